// The table of contents follows the reader.
docgenContent(() => {
  const toc = document.querySelector('.toc');
  const details = toc?.querySelector('details');
  const links = new Map();
  for (const link of toc?.querySelectorAll('.table-of-contents a[href^="#"]') ?? []) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    link.classList.add('table-of-contents__link');
    if (heading) links.set(heading, link);
  }

  if (toc) {
    const isWide = matchMedia('(min-width: 75rem)');
    // Browsers that can show a closed <details>' content do so from the stylesheet.
    if (!CSS.supports('selector(::details-content)')) details.open = isWide.matches;
    toc.addEventListener('click', (event) => {
      if (event.target.closest('a') && !isWide.matches) details.open = false;
    });
  }

  let current;
  const show = (link) => {
    if (link === current) return;
    current?.classList.remove('table-of-contents__link--active');
    current?.removeAttribute('aria-current');
    current = link;
    current?.classList.add('table-of-contents__link--active');
    current?.setAttribute('aria-current', 'true');
    if (current && toc.scrollHeight > toc.clientHeight) {
      toc.scrollTop = current.offsetTop - toc.clientHeight / 2;
    }
  };

  if (links.size > 0) {
    // The current heading is the last one above a line in the upper third of the window. What is
    // watched reaches up without an end, so that no jump can carry a heading past it unseen.
    const above = new Set();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) above.add(target);
          else above.delete(target);
        }
        let last;
        for (const [heading, link] of links) if (above.has(heading)) last = link;
        show(last);
      },
      { rootMargin: '1000000px 0px -66% 0px' },
    );
    for (const heading of links.keys()) observer.observe(heading);
  }
});

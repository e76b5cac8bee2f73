// Menus that close by themselves, the bar that hides on scrolling, the announcement, the way up.
{
  const navbar = document.querySelector('.navbar');
  const menus = document.querySelectorAll('details.dropdown');

  const closeMenus = (except) => {
    for (const menu of menus) if (menu !== except) menu.open = false;
  };
  document.addEventListener('click', (event) => closeMenus(event.target.closest('.dropdown')));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = event.target.closest('.dropdown[open]');
    closeMenus();
    open?.querySelector('summary').focus();
  });
  for (const menu of menus) {
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  // The same section in the other language: anchors are the same in all of them.
  for (const link of document.querySelectorAll('.locale-menu a')) {
    link.addEventListener('click', () => {
      link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
    });
  }

  // A drawer that was open when the window grew would cover the page.
  matchMedia('(min-width: 62.5rem)').addEventListener('change', () => {
    const drawer = document.getElementById('docgen-sidebar');
    if (drawer?.matches(':popover-open')) drawer.hidePopover();
  });

  const announcement = document.querySelector('.theme-announcement-bar');
  const close = announcement?.querySelector('.theme-announcement-bar__close');
  if (close) {
    close.hidden = false;
    close.addEventListener('click', () => {
      document.documentElement.dataset.announcement = 'closed';
      docgenStorage.write('docusaurus.announcement.id', announcement.dataset.announcementId);
      docgenStorage.write('docusaurus.announcement.dismiss', 'true');
    });
  }

  const backToTop = document.querySelector('.back-to-top-button');
  const hidesOnScroll = navbar?.classList.contains('navbar--hideable');
  let last = scrollY;
  addEventListener(
    'scroll',
    () => {
      const isUpward = scrollY < last;
      backToTop?.classList.toggle('back-to-top-button--visible', isUpward && scrollY > 600);
      if (hidesOnScroll) {
        navbar.classList.toggle('navbar--hidden', !isUpward && scrollY > navbar.offsetHeight);
      }
      last = scrollY;
    },
    { passive: true },
  );
}

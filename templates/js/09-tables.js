// Tables that are wider than the page are regions to scroll; others are no stop for the keyboard.
docgenContent(() => {
  const names = new Set();
  for (const box of document.querySelectorAll('.table-wrapper')) {
    const cells = [...box.querySelectorAll('thead th')].map((cell) => cell.textContent.trim());
    const words = cells.filter(Boolean).join(', ');
    let name = words;
    for (let count = 2; names.has(name); count += 1) name = `${words} (${count})`;
    names.add(name);
    new ResizeObserver(() => {
      const isWide = box.scrollWidth > box.clientWidth;
      box.tabIndex = isWide ? 0 : -1;
      box.role = isWide && name ? 'region' : null;
      box.ariaLabel = isWide && name ? name : null;
    }).observe(box);
  }
});

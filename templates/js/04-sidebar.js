// The sidebar's closed categories open in place, from the one fragment that holds the whole tree;
// the sidebar keeps its place from page to page and can be hidden. Its markup: README.md.
{
  const menu = document.querySelector('.theme-doc-sidebar-container > .menu');
  const tree = menu?.querySelector('[data-sidebar-src]');
  const openKey = `docgen.sidebar.open:${tree?.dataset.sidebarSrc}`;
  const scrollKey = `docgen.sidebar.scroll:${tree?.dataset.sidebarSrc}`;
  let fragment;

  /** The whole tree, fetched once a page, when it is first needed. */
  const wholeTree = () => {
    fragment ??= fetch(tree.dataset.sidebarSrc).then(async (response) => {
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    });
    return fragment;
  };

  // One key a line.
  const opened = new Set(docgenStorage.read(openKey, 'sessionStorage')?.split('\n'));
  opened.delete('');
  const remember = (key, isOpen) => {
    if (isOpen) opened.add(key);
    else opened.delete(key);
    docgenStorage.write(openKey, [...opened].join('\n'), 'sessionStorage');
  };

  /** Puts a category's branch in the place of its link; returns the branch's summary. */
  const open = async (link) => {
    const key = link.dataset.category;
    const item = link.closest('li');
    const found = (await wholeTree()).querySelector(`li[data-category="${CSS.escape(key)}"]`);
    const details = found?.querySelector(':scope > details');
    if (!details) throw new Error(`no category ${key}`);
    const branch = document.importNode(found, true);
    item.replaceWith(branch);
    branch.querySelector(':scope > details').open = true;
    return branch.querySelector(':scope > details > summary');
  };

  /** The categories that were open on the last page, outer ones first: a key starts with that of
   *  the category around it. */
  const reopen = async () => {
    for (const key of [...opened].sort((a, b) => a.length - b.length)) {
      const name = `[data-category="${CSS.escape(key)}"]`;
      const link = menu.querySelector(`a${name}`);
      if (link) await open(link);
      else menu.querySelector(`li${name} > details`)?.setAttribute('open', '');
    }
  };

  if (tree) {
    menu.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-category]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      link.setAttribute('aria-busy', 'true');
      open(link).then(
        (summary) => summary.focus({ preventScroll: true }),
        () => location.assign(link.href),
      );
    });
    // The event doesn't bubble. Where a name closes the others (`sidebarAutoCollapse`), opening one
    // again on the next page would close that page's own branch.
    menu.addEventListener(
      'toggle',
      (event) => {
        const key = event.target.closest('li')?.dataset.category;
        if (key && !event.target.name) remember(key, event.target.open);
      },
      true,
    );

    const place = docgenStorage.read(scrollKey, 'sessionStorage');
    const restore = () => {
      if (place !== null) menu.scrollTop = Number(place);
      const current = menu.querySelector('[aria-current="page"]');
      if (!current) return;
      const box = menu.getBoundingClientRect();
      const { top, bottom } = current.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) {
        menu.scrollTop += top - box.top - box.height / 3;
      }
    };
    restore();
    // Without the fragment the categories stay closed, which is how the page came.
    if (opened.size > 0) reopen().then(restore, () => {});
    addEventListener('pagehide', () => {
      docgenStorage.write(scrollKey, String(menu.scrollTop), 'sessionStorage');
    });
  }

  const collapse = document.querySelector('.collapse-sidebar-button');
  const expand = document.querySelector('.expand-sidebar-button');
  if (collapse && expand) {
    collapse.hidden = false;
    collapse.addEventListener('click', () => {
      document.documentElement.dataset.sidebar = 'hidden';
      docgenStorage.write('docgen.sidebar', 'hidden');
      expand.focus();
    });
    expand.addEventListener('click', () => {
      delete document.documentElement.dataset.sidebar;
      docgenStorage.write('docgen.sidebar', null);
      collapse.focus();
    });
  }
}

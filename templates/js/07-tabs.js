// Sections with labels become tabs. Tabs of one group change together, here and on other pages.
docgenContent(() => {
  const sets = [];
  const storageKey = (group) => `docusaurus.tab.${group}`;

  /** Shows the tab with a value, or nothing changes where there is none. */
  const select = (set, value) => {
    if (!set.tabs.some((tab) => tab.dataset.value === value)) return false;
    for (const tab of set.tabs) {
      const isSelected = tab.dataset.value === value;
      const panel = document.getElementById(tab.getAttribute('aria-controls'));
      tab.classList.toggle('tabs__item--active', isSelected);
      tab.setAttribute('aria-selected', String(isSelected));
      // A hidden panel that can be found is still a box, which Tab would stop at.
      tab.tabIndex = panel.tabIndex = isSelected ? 0 : -1;
      // The browser's search finds text in hidden panels, and links to them open them.
      if (isSelected) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    }
    return true;
  };

  /** A reader's choice: for the whole group, without moving the set under the reader's eyes. */
  const choose = (set, value) => {
    const before = set.list.getBoundingClientRect().top;
    select(set, value);
    if (set.group) {
      docgenStorage.write(storageKey(set.group), value);
      for (const other of sets) if (other.group === set.group) select(other, value);
      scrollBy({ top: set.list.getBoundingClientRect().top - before, behavior: 'instant' });
    }
    if (set.query) {
      const url = new URL(location.href);
      url.searchParams.set(set.query, value);
      history.replaceState(history.state, '', url);
    }
  };

  const move = (event, set) => {
    const isRightToLeft = getComputedStyle(set.list).direction === 'rtl';
    const steps = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 };
    const index = set.tabs.indexOf(event.target);
    const count = set.tabs.length;
    let next;
    if (event.key in steps) next = (index + steps[event.key] + count) % count;
    else if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = count - 1;
    else return;
    event.preventDefault();
    set.tabs[next].focus();
    choose(set, set.tabs[next].dataset.value);
  };

  const makeTab = (panel, id) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.className = 'tabs__item';
    tab.textContent = panel.dataset.label;
    tab.dataset.value = panel.dataset.value;
    tab.id = `${id}-tab`;
    tab.setAttribute('role', 'tab');
    panel.id ||= `${id}-panel`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    return tab;
  };

  document.querySelectorAll('.theme-tabs-container').forEach((container, index) => {
    const panels = [...container.querySelectorAll(':scope > .tab-panel')];
    if (panels.length === 0) return;
    const list = document.createElement('div');
    list.className = 'tabs';
    list.setAttribute('role', 'tablist');
    const tabs = panels.map((panel, place) => makeTab(panel, `tabs-${index}-${place}`));
    list.append(...tabs);
    const { group, query } = container.dataset;
    const set = { list, tabs, group, query };
    sets.push(set);

    list.addEventListener('click', (event) => {
      const tab = event.target.closest('[role="tab"]');
      if (tab) choose(set, tab.dataset.value);
    });
    list.addEventListener('keydown', (event) => move(event, set));
    for (const panel of panels) {
      panel.addEventListener('beforematch', () => select(set, panel.dataset.value));
    }
    container.prepend(list);

    const initial = panels.find((panel) => 'default' in panel.dataset) ?? panels[0];
    const asked = query ? new URL(location.href).searchParams.get(query) : null;
    const remembered = group ? docgenStorage.read(storageKey(group)) : null;
    select(set, asked) || select(set, remembered) || select(set, initial.dataset.value);
  });

  /** What the address points to; nothing where its fragment is malformed. */
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };

  /** A link to something in a hidden panel shows the panel, and those around it. */
  const reveal = () => {
    const element = target();
    let panel = element?.closest('.tab-panel[hidden]');
    if (!panel) return;
    while (panel) {
      const tab = document.getElementById(panel.getAttribute('aria-labelledby'));
      select(sets.find(({ tabs }) => tabs.includes(tab)), panel.dataset.value);
      panel = panel.parentElement.closest('.tab-panel[hidden]');
    }
    element.scrollIntoView();
  };
  reveal();
  addEventListener('hashchange', reveal);
});

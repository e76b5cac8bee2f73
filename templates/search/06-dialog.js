// The dialog: a combobox whose list is the results, or the recent searches while nothing is typed.

const dialog = globalThis.document?.getElementById('docgen-search');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector('[role="listbox"]');
const status = dialog?.querySelector('[role="status"]');
const reload = dialog?.querySelector('[data-search-reload]');
const forget = dialog?.querySelector('[data-search-forget]');
const texts = dialog?.dataset;
const recentKey = `docgen.search.recent:${texts?.index}`;

let index;
let isSearching = false;
/** What the list shows; undefined: nothing yet. */
let shown;
/** The query that the list's options are for. */
let listed;
/** Whether Enter was pressed before they were for what is typed. */
let isAwaited = false;
let active = -1;

// Recent searches, one a line.

const recent = () => (docgenStorage.read(recentKey) ?? '').split('\n').filter(Boolean);

const remember = (query) => {
  const others = recent().filter((other) => other !== query);
  docgenStorage.write(recentKey, [query, ...others].slice(0, 5).join('\n'));
};

// The list

const activate = (number) => {
  const { children } = list;
  if (children[active]) children[active].ariaSelected = 'false';
  active = (number + children.length) % children.length;
  const option = children[active];
  input.setAttribute('aria-activedescendant', option?.id ?? '');
  if (!option) return;
  option.ariaSelected = 'true';
  option.scrollIntoView({ block: 'nearest' });
};

const choose = () => {
  isAwaited = false;
  list.children[active]?.click();
};

const option = (className, href, ...children) => {
  const link = document.createElement('a');
  link.className = `search__option ${className}`;
  link.href = href;
  link.tabIndex = -1;
  link.role = 'option';
  link.ariaSelected = 'false';
  link.append(...children.filter(Boolean));
  return link;
};

const part = (name, ...children) => {
  const span = document.createElement('span');
  span.className = `search__${name}`;
  span.append(...children);
  return span;
};

const show = (options, message, isEmptyQuery = false) => {
  options.forEach((element, number) => (element.id = `docgen-search-${number}`));
  list.replaceChildren(...options);
  list.scrollTop = 0;
  input.ariaExpanded = options.length > 0;
  status.textContent = message;
  reload.hidden = true;
  forget.hidden = !(isEmptyQuery && options.length > 0);
  active = -1;
  input.setAttribute('aria-activedescendant', '');
  // The best result is a key away; a recent search is chosen.
  if (!isEmptyQuery) activate(0);
};

const showRecent = () => {
  const options = recent().map((query) => {
    const element = option('', '#', query);
    element.addEventListener('click', (event) => {
      event.preventDefault();
      input.value = query;
      input.focus();
      update();
    });
    return element;
  });
  show(options, options.length > 0 ? texts.recent : '', true);
  listed = '';
};

/** Excerpts come when their options come into view. */
const excerpts = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) target.fill();
  },
  { root: list },
);

const result = (path, anchor, query, isWanted, ...children) => {
  const place = part('excerpt');
  const url = new URL(path, location);
  url.searchParams.set('highlight', query);
  if (anchor) url.hash = anchor;
  const element = option(anchor ? 'search__option--section' : '', url.href, ...children, place);
  element.addEventListener('click', () => {
    remember(query);
    dialog.close();
  });
  place.fill = async () => {
    excerpts.unobserve(place);
    // A page that can't be read has no excerpt.
    const text = await loadTexts(path).then((texts) => texts.get(anchor), () => '');
    if (text) place.replaceChildren(...marked(excerpt(text, isWanted), isWanted));
  };
  excerpts.observe(place);
  return element;
};

const showResults = ({ pages, count, terms }, query) => {
  // The query has been emptied meanwhile.
  if (!input.value.trim()) return;
  const isWanted = (term) => terms.has(term);
  const options = pages.flatMap(({ path, title, breadcrumbs, sections }) => [
    result(
      path, '', query, isWanted,
      breadcrumbs.length > 0 && part('breadcrumbs', breadcrumbs.join(' › ')),
      part('title', ...marked(title, isWanted)),
    ),
    ...sections.map(({ anchor, heading }) =>
      result(path, anchor, query, isWanted, part('heading', ...marked(heading, isWanted))),
    ),
  ]);
  show(
    options,
    count > 0 ? texts.count.replace('{count}', count) : texts.nothing.replace('{query}', query),
  );
  listed = query;
  if (isAwaited && query === input.value.trim()) choose();
};

const fail = (error) => {
  show([], error instanceof StaleIndex ? texts.stale : texts.failed);
  reload.hidden = false;
  index = undefined;
};

// Searching

const find = async (query) => {
  const onFirst = (found) => showResults(found, query);
  try {
    index ??= await new SearchIndex(texts.index).open();
    return await search(index, query, 10, onFirst);
  } catch (error) {
    if (!(error instanceof StaleIndex)) throw error;
    // Published anew: the manifest that is there now names the files that are there now.
    index = await new SearchIndex(texts.index).open(true);
    return search(index, query, 10, onFirst);
  }
};

/** Shows what the input asks for. While one search runs, only the newest that follows is kept. */
const update = async () => {
  const query = input.value.trim();
  if (query === shown || isSearching) return;
  if (query === '') {
    shown = query;
    return showRecent();
  }
  isSearching = true;
  const isSlow = setTimeout(() => (status.textContent = texts.loading), 150);
  try {
    showResults(await find(query), query);
  } catch (error) {
    fail(error);
  }
  clearTimeout(isSlow);
  isSearching = false;
  shown = query;
  update();
};

const onKey = (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.isComposing) return;
  if (event.key in steps) {
    event.preventDefault();
    activate(active < 0 && event.key === 'ArrowUp' ? -1 : active + steps[event.key]);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (listed === input.value.trim()) choose();
    else isAwaited = true;
  }
};

if (dialog) {
  input.addEventListener('input', () => {
    isAwaited = false;
    update();
  });
  input.addEventListener('keydown', onKey);
  forget.addEventListener('click', () => {
    docgenStorage.write(recentKey, null);
    showRecent();
    input.focus();
  });
}

/** Shows what the dialog's input asks for: the page's script has opened the dialog. */
export const start = () => {
  shown = undefined;
  return update();
};

// The words that a reader came for, marked on the page.

/** Marks the words of a query and offers to clear them. */
export const mark = (query) => {
  const article = document.getElementById('docgen-content');
  if (!article || !CSS.highlights) return;
  const words = parseQuery(query);
  const wanted = new Set(words.flatMap(({ term, joined, parts }) => [term, joined, ...parts]));
  const beginnings = words.filter(({ isPrefix }) => isPrefix).map(({ typed }) => typed);
  const isWanted = (term, terms) =>
    wanted.has(term) ||
    beginnings.some((beginning) => (terms?.typed ?? term).startsWith(beginning));

  const ranges = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('script, style, .theme-mermaid')) continue;
    for (const [start, end] of placesOf(node.data, isWanted)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  if (ranges.length === 0) return;
  CSS.highlights.set('docgen-search', new Highlight(...ranges));

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'search-clear';
  button.textContent = dialog.dataset.clearMarks.replace('{query}', query);
  button.addEventListener('click', () => {
    CSS.highlights.delete('docgen-search');
    button.remove();
    article.focus({ preventScroll: true });
    const url = new URL(location);
    url.searchParams.delete('highlight');
    history.replaceState(history.state, '', url);
  });
  article.before(button);
};

// On the page for unknown addresses: the pages whose addresses are the most like the asked one.
docgenContent(() => {
  const place = document.querySelector('[data-pages]');
  if (!place) return;

  const words = (path) =>
    decodeURIComponent(path)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && word !== 'html' && word !== 'index');

  /** How alike two words are: pairs of letters that both have. */
  const likeness = (a, b) => {
    if (a === b) return 1;
    const pairs = (word) => [...word].slice(1).map((letter, index) => word[index] + letter);
    const rest = pairs(b);
    let common = 0;
    for (const pair of pairs(a)) {
      const index = rest.indexOf(pair);
      if (index < 0) continue;
      rest.splice(index, 1);
      common += 1;
    }
    return (2 * common) / Math.max(1, a.length + b.length - 2);
  };

  /** The last word of an address says the most. */
  const score = (asked, path) => {
    const found = words(path);
    let sum = 0;
    asked.forEach((word, index) => {
      const best = Math.max(0, ...found.map((other) => likeness(word, other)));
      if (best > 0.5) sum += index === asked.length - 1 ? 2 * best : best;
    });
    return sum - 0.1 * Math.abs(found.length - asked.length);
  };

  const asked = words(location.pathname);
  fetch(place.dataset.pages)
    .then((answer) => answer.json())
    .then((pages) => {
      const near = pages
        .map(([path, title]) => ({ path, title, score: score(asked, path) }))
        .filter((page) => page.score > 1)
        .sort((a, b) => b.score - a.score)
        .slice(0, 5);
      if (near.length === 0) return;
      const list = place.querySelector('ul');
      list.replaceChildren(
        ...near.map(({ path, title }) => {
          const link = document.createElement('a');
          link.href = path;
          link.textContent = title;
          const item = document.createElement('li');
          item.append(link);
          return item;
        }),
      );
      place.hidden = false;
    })
    .catch(() => {});
});

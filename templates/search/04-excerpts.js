// What a page says around the words that were found: read from the page itself.

/** Where words that are found by the terms stand: `[start, end]` each, in order, none touching. */
const placesOf = (text, isWanted) => {
  const places = [];
  const add = (start, end) => {
    const last = places.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else places.push([start, end]);
  };
  cut(
    text,
    (word, start, end) => {
      const terms = termsOf(word);
      if (terms && (isWanted(terms.whole, terms) || terms.parts.some((part) => isWanted(part)))) {
        add(start, end);
      }
    },
    (pair, start, end) => {
      if (isWanted(pair)) add(start, end);
    },
  );
  return places;
};

/** The text as nodes, what is wanted marked. */
const marked = (text, isWanted) => {
  const nodes = [];
  let end = 0;
  for (const [start, next] of placesOf(text, isWanted)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, next);
    nodes.push(text.slice(end, start), mark);
    end = next;
  }
  return [...nodes, text.slice(end)];
};

/** About 150 characters around the first place, from the edges of words. */
const excerpt = (text, isWanted) => {
  const length = 150;
  const first = placesOf(text, isWanted)[0]?.[0] ?? 0;
  const start = Math.max(0, first - 40);
  const before = start === 0 ? '' : text.slice(start, first).replace(/^\S{0,20}\s/, '');
  const after = text.slice(first, start + length);
  const isCut = text.length > start + length;
  return (start > 0 ? '… ' : '') + before + (isCut ? after.replace(/\s\S{0,20}$/, '') + ' …' : after);
};

/** All but the elements that stand in words without parting them; as in SearchText.swift. */
const parting =
  ':not(a,abbr,b,cite,code,del,em,font,i,ins,kbd,mark,q,s,samp,small,span,strong,sub,sup,u,var,wbr)';

/** A page's text by the anchors of its sections; its start is ''. */
const textsOf = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = page.getElementById('docgen-content') ?? page.body;
  const texts = new Map();
  const walker = page.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let section = '';
  let block;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/^H[2-6]$/.test(node.nodeName)) section = node.id;
    const isText = node.nodeType === Node.TEXT_NODE && !node.parentElement.closest('script,style,h1,h2,h3,h4,h5,h6');
    if (!isText) continue;
    // The words of two cells or items are two words.
    const gap = node.parentElement.closest(parting) === block ? '' : ' ';
    block = node.parentElement.closest(parting);
    texts.set(section, (texts.get(section) ?? '') + gap + node.data);
  }
  return new Map([...texts].map(([anchor, text]) => [anchor, text.replace(/\s+/g, ' ').trim()]));
};

const loaded = new Map();

/** The texts of a page by anchor. */
const loadTexts = (path) =>
  once(loaded, path, async () => textsOf(await (await fetch(path)).text()));

// The files of this folder are joined in the order of their names into one module, which is loaded
// when a reader opens the search. How text is cut into words, how the index is read and how pages
// are ranked is the same in Sources/DocgenSite/Search; Tests/Search/vectors.json holds both to it.

// Scripts that write no spaces: Han, Kana, Hangul, Thai and its neighbours.
const denseRanges =
  '\u0e01-\u0eff\u1000-\u109f\u1780-\u17dd\u3005-\u3007\u3041-\u30fa\u30fc-\u31ff\u3400-\u9fff' +
  '\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}';
const runs = new RegExp(`[${denseRanges}]+|(?:(?![${denseRanges}])[\\p{L}\\p{M}\\p{N}_])+`, 'gu');
const dense = new RegExp(`^[${denseRanges}]`, 'u');
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const droppedMark = /[\u0300-\u036f\u064b-\u065f\u0670]/;
const spellings = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ς: 'σ',
};
const stopWords = new Set(
  (
    'a an and another any are as at be but by can do does for from happens has have how i if in into is ' +
    'it its me my need of on or our should so some that the their there this to want was we what when ' +
    'where which who why will with you your ' +
    '什么 哪些 如何 怎么 有哪'
  ).split(' '),
);

const encode = (text) => new TextEncoder().encode(text);

/** Without case and diacritics. */
export const fold = (word) =>
  word.toLowerCase().replace(/[^\0-\x7f]/gu, (letter) => {
    if (droppedMark.test(letter)) return '';
    const [base, ...marks] = letter.normalize('NFD');
    const folded = marks.every((mark) => droppedMark.test(mark)) ? base : letter;
    const code = folded.codePointAt(0);
    if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
    return spellings[folded] ?? folded;
  });

const suffixes = [
  ['ation', 4], ['ating', 4], ['ated', 4], ['ator', 4], ['ate', 4],
  ['ion', 5], ['ing', 3, true], ['ed', 3, true],
];

/** Light stemming of English: plurals, verb forms, nouns made from verbs. */
export const stem = (word) => {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/[^sui]s$/.test(word)) {
    if (word.endsWith('ies') && word.length > 4) word = word.slice(0, -3) + 'y';
    else word = word.slice(0, /(sses|xes|ches|shes|zzes)$/.test(word) ? -2 : -1);
  }
  for (const [suffix, atLeast, undoubles] of suffixes) {
    const rest = word.slice(0, -suffix.length);
    if (!word.endsWith(suffix) || rest.length < atLeast || !/[aeiouy]/.test(rest)) continue;
    word = undoubles ? rest.replace(/([^aeiouylsz])\1$/, '$1') : rest;
    break;
  }
  return word.length > 3 ? word.replace(/e$/, '') : word;
};

/** "APIs" are more than one API, which the rule for words would not see. */
const stemOf = (piece) => stem(fold(/^[A-Z0-9]{2,}s$/.test(piece) ? piece.slice(0, -1) : piece));

/** What a run of letters, digits and `_` is found by; undefined where nothing is left of it. */
export const termsOf = (word) => {
  const pieces = word
    .replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z]{2})/g, '$1$2\0')
    .split(/[_\0]/)
    .filter(Boolean);
  if (!pieces[0]) return undefined;
  const typed = fold(word.replace(/^_+|_+$/g, ''));
  if (!typed || encode(typed).length > 64) return undefined;
  if (!pieces[1]) {
    return { whole: stemOf(pieces[0]), parts: [], typed, isStopWord: stopWords.has(typed) };
  }
  const parts = pieces.map(stemOf).filter((part) => encode(part).length > 1);
  return { whole: typed, parts, typed };
};

/**
 * Calls `word` with each run of letters, digits and `_`, and `pair` with each two neighbouring
 * characters of a dense script and the last of their run; and where they start and end.
 */
export const cut = (text, word, pair) => {
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (!dense.test(run)) {
      word(run, index, index + run.length);
      continue;
    }
    const characters = [...run];
    let start = index;
    characters.forEach((character, place) => {
      const two = character + (characters[place + 1] ?? '');
      pair(two, start, start + two.length);
      start += character.length;
    });
  }
};

/** The words of a query. */
export const parseQuery = (text) => {
  const cleaned = text.replace(invisible, '');
  const found = [];
  let last;
  for (const { 0: run, index } of cleaned.matchAll(runs)) {
    if (dense.test(run)) {
      const characters = [...run];
      const count = characters.length;
      let isStopWord;
      for (let place = 0; place < (count - 1 || 1); place++) {
        // Pairs that overlap go across the border of two words, and each is a file to load. The last
        // one is taken along, unless what it overlaps is a word.
        if (place % 2 && (isStopWord || place < count - 2)) continue;
        const term = characters.slice(place, place + 2).join('');
        isStopWord = stopWords.has(term);
        found.push({ term, typed: term, parts: [], isStopWord, isPrefix: count === 1, run: index });
      }
      last = undefined;
      continue;
    }
    const terms = termsOf(run);
    const isPrefix = index + run.length === cleaned.length;
    if (!terms) continue;
    // Pages may write "fallback" for "fall back".
    if (last) last.joined = stem(last.typed + terms.typed);
    last = { ...terms, term: terms.whole, isPrefix };
    found.push(last);
  }
  const says = found.filter((word) => !word.isStopWord);
  const words = new Map();
  for (const word of says[0] ? says : found) {
    if (words.size < 10 && !words.has(word.term)) words.set(word.term, word);
  }
  return [...words.values()];
};

// The index: one manifest, and the files that it names.

const format = 1;

/** The site has been published anew since the page, the script or the manifest was loaded. */
export class StaleIndex extends Error {}

const decode = (bytes) => new TextDecoder().decode(Uint8Array.from(bytes));

const compare = (a, b) => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return a[index] - b[index];
  return a.length - b.length;
};

const startsWith = (bytes, prefix) =>
  bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);

/** One of eight bits for a term, by FNV-1a: a posting says which terms come right behind it. */
const followerBit = (term) => {
  let hash = 0x811c9dc5;
  for (const byte of term) hash = Math.imul(hash ^ byte, 0x01000193);
  return 1 << (hash >>> 29);
};

/** Reads bytes, numbers of 7 bits a byte, and stretches, one behind the other. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.index = 0;
  }

  byte() {
    return this.bytes[this.index++];
  }

  number() {
    const byte = this.byte();
    return byte < 0x80 ? byte : byte - 0x80 + 0x80 * this.number();
  }

  stretch(length) {
    this.index += length;
    return this.bytes.subarray(this.index - length, this.index);
  }
}

/** The terms of a file: `{ term, pageCount, rarity, postings }`, terms and postings as bytes. */
const readShard = (bytes) => {
  const reader = new Reader(bytes);
  if (decode(reader.stretch(4)) !== 'dgs1') throw new StaleIndex();
  const entries = [];
  let term = [];
  while (reader.index < bytes.length) {
    const shared = reader.number();
    term = [...term.slice(0, shared), ...reader.stretch(reader.number())];
    entries.push({
      term,
      pageCount: reader.number(),
      rarity: reader.number(),
      postings: reader.stretch(reader.number()),
    });
  }
  return entries;
};

/** Calls `body` with page, level and sections, as `[section, isInHeading, followers]`. */
const eachPosting = ({ term, postings }, body) => {
  const hasFollowers = !dense.test(decode(term));
  const reader = new Reader(postings);
  let page = 0;
  while (reader.index < postings.length) {
    const value = reader.number();
    page += value >> 4;
    const sections = [];
    let section = 0;
    let byte;
    do {
      byte = reader.byte();
      section += byte & 0x3f;
      if ((byte & 0x3f) === 0x3f) continue;
      sections.push([section++, (byte & 0x40) !== 0, hasFollowers ? reader.byte() : 0xff]);
    } while (byte < 0x80);
    body(page, value & 15, sections);
  }
};

/** A key's value, made by `make` where there is none yet. */
const valueOf = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};

/** What a function promises for a key; asked again only if it failed. */
const once = (known, key, make) => {
  const made = valueOf(known, key, make);
  made.catch(() => known.delete(key));
  return made;
};

/** How many of a sorted list are not behind what is looked for. */
const countUpTo = (list, isBehind) => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What most headings' anchors are: the index names only others. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

/** A locale's index; loads what a query needs, once. */
export class SearchIndex {
  #url;
  #files = new Map();

  /** - url: the manifest's. */
  constructor(url) {
    this.#url = new URL(url, location);
  }

  /** Loads the manifest, past the browser's cache if `isFresh`. */
  async open(isFresh) {
    const response = await fetch(this.#url, { cache: isFresh ? 'reload' : 'no-cache' });
    if (!response.ok) throw new Error(response.status);
    this.manifest = await response.json();
    if (this.manifest.format !== format) throw new StaleIndex();
    return this;
  }

  /** A file that the manifest names. One that is not there, or is something else: stale. */
  #load(name, read) {
    return once(this.#files, name, async () => {
      const response = await fetch(new URL(name, this.#url));
      if (!response.ok) throw new StaleIndex();
      return read(response);
    });
  }

  /** The terms of the file that holds a term, and of `more` files behind it. */
  async entries(term, more = 0) {
    const { terms, termFiles } = this.manifest;
    const last = countUpTo(terms, (first) => compare(term, encode(first)) < 0) - 1;
    const wanted = [];
    for (let file = last; file <= last + more; file++) {
      // What does not begin with the term is not looked at.
      if (file > last && !startsWith(encode(terms[file]), term)) break;
      wanted.push(
        this.#load(`terms-${file}-${termFiles[file]}.bin`, async (response) =>
          readShard(new Uint8Array(await response.arrayBuffer())),
        ),
      );
    }
    return (await Promise.all(wanted)).flat();
  }

  /** The words that a mistyped one may have been meant as, the most frequent first. */
  spelling() {
    const name = `spelling-${this.manifest.spelling}.txt`;
    return this.#load(name, async (response) => (await response.text()).split('\n'));
  }

  /** `{ path, title, breadcrumbs, sections }` of a page, sections as `{ anchor, heading }`. */
  async page(number) {
    const { pages, pageFiles } = this.manifest;
    const file = countUpTo(pages, (first) => number < first) - 1;
    const contents = await this.#load(`pages-${file}-${pageFiles[file]}.json`, (response) =>
      response.json().catch(() => Promise.reject(new StaleIndex())),
    );
    const [path, title, breadcrumbs, headings] = contents[number - pages[file]];
    const sections = [{ anchor: '', heading: title }];
    for (const part of headings) {
      const [heading, anchor] = Array.isArray(part) ? part : [part, anchorOf(part)];
      sections.push({ anchor, heading });
    }
    return { path, title, breadcrumbs, sections };
  }
}

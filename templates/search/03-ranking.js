// What a query's words stand for, and which pages have most of them. Whole numbers throughout.

const mostPages = 768;

/** Whether one letter is wrong, missing or too many, or two neighbours have changed places. */
export const isOneMistake = (a, b) => {
  if (Math.abs(a.length - b.length) > 1 || a.join('') === b.join('')) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left < 2 && right < 2) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
};

const correction = (words, term, isPrefix) => {
  const letters = [...term];
  return words.find((word) => {
    const candidate = [...word];
    return (
      isOneMistake(letters, candidate) ||
      (isPrefix && isOneMistake(letters, candidate.slice(0, letters.length)))
    );
  });
};

/** Terms that stand for a word: `{ entry, likeness }`, 16 for the word itself, alone or joined. */
const matchesFor = async (index, word) => {
  const term = encode(word.term);
  const typed = encode(word.typed);
  // Two words joined are looked for where the first one is: no file is loaded for them.
  const exactly = async (...wanted) =>
    (await index.entries(wanted[0])).filter((entry) =>
      wanted.some((one) => !compare(entry.term, one)),
    );
  const [exact, near] = await Promise.all([
    exactly(term, encode(word.joined)),
    // A single letter begins too much.
    word.isPrefix && typed.length > 1 ? index.entries(typed, 1) : [],
  ]);
  const matches = exact.map((entry) => ({ entry, likeness: 16 }));
  // Sorting keeps the order of equal ones.
  near
    .filter((entry) => startsWith(entry.term, typed) && compare(entry.term, term))
    .sort((a, b) => b.pageCount - a.pageCount)
    .slice(0, 24)
    .forEach((entry) => {
      const likeness = Math.max(4, Math.floor((14 * typed.length) / entry.term.length));
      matches.push({ entry, likeness });
    });
  if (matches.length > 0 || typed.length < 5) return matches;
  if (word.isPrefix) {
    // A form that is not finished yet: "installi".
    const beginning = near.findLast(
      ({ term: known }) =>
        known.length >= Math.max(4, typed.length - 4) && startsWith(typed, known),
    );
    if (beginning) return [{ entry: beginning, likeness: 12 }];
  }
  if (dense.test(word.term)) return [];
  const words = await index.spelling();
  for (const candidate of [word.term, word.typed]) {
    const corrected = correction(words, candidate, word.isPrefix);
    const [entry] = corrected ? await exactly(encode(corrected)) : [];
    if (entry) return [{ entry, likeness: 10 }];
  }
  return [];
};

/** A word's matches with how much finding it says; one that no page has says most. */
const found = (index, matches) => {
  const exact = matches.filter(({ likeness }) => likeness === 16);
  const rarities = (exact[0] ? exact : matches).map(({ entry }) => entry.rarity);
  const rarity = Math.min(index.manifest.rarest, ...rarities);
  return { matches, rarity, weight: rarity };
};

/** What the words of a query stand for. */
const lookUp = async (index, words) => {
  const all = await Promise.all(
    words.map(async (word) => {
      const matches = await matchesFor(index, word);
      if (matches.length > 0 || word.parts.length === 0) return [found(index, matches)];
      return Promise.all(
        word.parts.map(async (part, place) => {
          const isPrefix = word.isPrefix && place === word.parts.length - 1;
          return found(index, await matchesFor(index, { term: part, typed: part, isPrefix }));
        }),
      );
    }),
  );
  // A pair that goes across the border of two words is rare and says no more than its neighbours.
  words.forEach(({ run }, place) => {
    if (run === undefined) return;
    const neighbours = all.flatMap((found, other) => (words[other].run === run ? found : []));
    const known = neighbours.filter(({ matches }) => matches.length > 0);
    all[place][0].weight = Math.min(all[place][0].rarity, ...known.map(({ rarity }) => rarity));
  });
  return all.flat();
};

const sectionPoints = (spots, weights) => {
  let points = 0;
  for (const [word, spot] of spots) {
    points += spot.points;
    // The words of a phrase stand side by side.
    const next = spots.get(word + 1);
    if (next && spot.followers & next.bits) points += (weights[word] + weights[word + 1]) * 48;
  }
  return points;
};

const rank = (index, words) => {
  const candidates = new Map();
  let total = 0;
  words.forEach(({ matches, weight }, word) => {
    const points = new Map();
    for (const { entry, likeness } of matches) {
      const factor = Math.min(entry.rarity, weight) * likeness;
      const bit = followerBit(entry.term);
      eachPosting(entry, (page, level, sections) => {
        const isInTitle = sections[0][0] === 0 && sections[0][1];
        const isInHeading = sections.some(([, inHeading]) => inHeading);
        const title = isInTitle && 6 + Math.floor(24 / index.manifest.titles[page]);
        const own = factor * (level + 1 + (title || (isInHeading ? 4 : 0)));
        points.set(page, Math.max(points.get(page) ?? 0, own));
        const candidate = valueOf(candidates, page, () => ({ points: 0, weight: 0, sections: new Map() }));
        for (const [section, inHeading, followers] of sections) {
          const spots = valueOf(candidate.sections, section, () => new Map());
          const spot = valueOf(spots, word, () => ({ points: 0, followers: 0, bits: 0 }));
          spot.points = Math.max(spot.points, factor * (inHeading ? 4 : 1));
          spot.followers |= followers;
          spot.bits |= bit;
        }
      });
    }
    for (const [page, own] of points) {
      const candidate = candidates.get(page);
      candidate.points += own;
      candidate.weight += weight;
    }
    total += weight;
    // Where a word is so frequent that not all of its pages are listed, the others may have it.
    if (matches.some(({ entry }) => entry.pageCount > mostPages)) {
      for (const [page, candidate] of candidates) {
        if (!points.has(page)) candidate.weight += weight;
      }
    }
  });
  const weights = words.map(({ weight }) => weight);
  const pages = [];
  for (const [page, candidate] of candidates) {
    const sections = [...candidate.sections]
      .map(([section, spots]) => [section, sectionPoints(spots, weights)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const best = sections[0][1];
    const score = Math.floor(((candidate.points + 2 * best) * candidate.weight) / (total || 1));
    pages.push({
      page,
      score: Math.floor((score * index.manifest.weights[page]) / 100),
      sections: sections
        .filter(([section, points]) => section > 0 && 2 * points > best)
        .slice(0, 3)
        .map(([section]) => section),
    });
  }
  return pages.sort((a, b) => b.score - a.score || a.page - b.page);
};

/**
 * The pages that a reader who typed `query` most likely wants, best first, how many there are, and
 * the terms that they were found by.
 *
 * - onFirst: is given the same with the first page alone, as soon as that is known.
 */
export const search = async (index, query, limit, onFirst) => {
  const words = await lookUp(index, parseQuery(query));
  const ranked = rank(index, words);
  const terms = new Set(
    words.flatMap(({ matches }) => matches.map(({ entry }) => decode(entry.term))),
  );
  const count = ranked.length;
  const pageOf = async ({ page, score, sections }) => {
    const { path, title, breadcrumbs, sections: all } = await index.page(page);
    return { path, title, breadcrumbs, score, sections: sections.map((number) => all[number]) };
  };
  const wanted = ranked.slice(0, limit);
  const first = await Promise.all(wanted.slice(0, 1).map(pageOf));
  onFirst?.({ pages: first, count, terms });
  return { pages: await Promise.all(wanted.map(pageOf)), count, terms };
};

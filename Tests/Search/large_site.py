#!/usr/bin/env python3
"""What the search of a large site costs a reader and a build, beside Pagefind's for the same pages.

    large_site.py [--docgen PROGRAM] [--pages 10000]

Writes a site with Benchmarks/generate-site and builds it; draws queries from its pages with a seed:
frequent and rare words, words of a title, the beginning of a word, a word with a typo. Printed are the
bytes over the wire to the first result, the time of a query once its files are loaded, and what the
two indexes take to build and to keep. Fails where docgen is above its budget, larger or slower.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from compare_search import (
    DOCGEN, DOCGEN_FIRST, PAGEFIND, StaticServer, docgen_seconds, loaded, pagefind_index,
    pagefind_files, size, warm_times)

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 120_000

PAGEFIND_FIRST = """async (query) => {
  const pagefind = await import('/pagefind/pagefind.js');
  await pagefind.init();
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, 1).map((result) => result.data()));
}"""


def drawn_queries(site: Path, count: int, seed: int) -> list[str]:
    """`count` queries of each kind."""
    chance = random.Random(seed)
    pages = sorted(site.rglob("*.md"))
    titles = [re.search("^title: (.*)$", page.read_text(), re.MULTILINE)[1] for page in pages]
    sample = " ".join(page.read_text() for page in chance.sample(pages, min(len(pages), 300)))
    words = [word for word, _ in Counter(re.findall("[a-z]{4,}", sample)).most_common()]
    frequent, rare = words[:50], words[len(words) // 2:]
    title_words = [chance.choice(chance.choice(titles).lower().split()) for _ in range(count)]
    long_words = [word for word in words if len(word) >= 6]

    def with_typo(word: str) -> str:
        at = chance.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1:]

    return [
        *chance.sample(frequent, count),
        *chance.sample(rare, count),
        *title_words,
        *(title.lower() for title in chance.sample(titles, count)),
        *(f"{chance.choice(frequent)} {chance.choice(rare)}" for _ in range(count)),
        *(f"{chance.choice(frequent)} {chance.choice(words)[:2]}" for _ in range(count)),
        *(word[:3] for word in chance.sample(words, count)),
        *(with_typo(word) for word in chance.sample(long_words, count)),
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--docgen", default=ROOT / ".build/release/docgen", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--each", type=int, default=10, help="queries of each kind")
    parser.add_argument("--without-pagefind", action="store_true")
    arguments = parser.parse_args()
    problems = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site, output = folder / "source", folder / "output"
        subprocess.run(
            [ROOT / "Benchmarks/generate-site", site, "--pages", str(arguments.pages)], check=True)
        subprocess.run(
            [arguments.docgen, "build", site, "--output", output, "--quiet"], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        queries = drawn_queries(site, arguments.each, seed=1)
        own_size = size(list(output.rglob("assets/search/*")))
        print(f"docgen's index of {arguments.pages:,} pages: {own_size[0]:,} bytes, "
              f"compressed {own_size[1]:,}")
        server = StaticServer({"/pagefind/": folder / "pagefind", "/": output})
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        home = server.origin + "/"
        firsts, _ = loaded(browser, server, home, queries, DOCGEN_FIRST, DOCGEN)
        report("docgen", firsts)
        problems += [f"{query!r} loads {bytes:,} bytes" for bytes, query in firsts if bytes > BUDGET]
        times = warm_times(browser, home, queries)
        print(f"docgen: once loaded {times[len(times) // 2]:.1f} ms in the middle, {times[-1]:.1f} at most")
        if not arguments.without_pagefind:
            seconds = pagefind_index(output, folder)
            report("Pagefind", loaded(browser, server, home, queries, PAGEFIND_FIRST, PAGEFIND)[0])
            other_size = size(pagefind_files(folder))
            print(f"Pagefind's index: {other_size[0]:,} bytes, compressed {other_size[1]:,}; "
                  f"{seconds:.2f} s of processor time")
            own_seconds = docgen_seconds(arguments.docgen, site, folder)
            print(f"docgen's adds {own_seconds:.2f} s to a build")
            if own_size[0] >= other_size[0] or own_size[1] >= other_size[1]:
                problems.append("Pagefind's index is no larger")
            if own_seconds >= seconds:
                problems.append("Pagefind's indexing is as fast")
        browser.close()
    for problem in problems:
        print(f"failed: {problem}")
    sys.exit(1 if problems else 0)


def report(name: str, firsts: list[tuple[int, str]]) -> None:
    largest, query = firsts[-1]
    print(f"{name}: to the first result {firsts[len(firsts) // 2][0]:,} bytes in the middle of "
          f"{len(firsts)} queries, {largest:,} at most ({query!r})")


if __name__ == "__main__":
    main()

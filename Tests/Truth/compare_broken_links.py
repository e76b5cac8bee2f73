#!/usr/bin/env python3
"""Compares the broken links that docgen finds with those that Docusaurus reports (shared/truth).

    compare_broken_links.py FOUND REPAIRED TRUTH [--list]

FOUND is what `docgen check SITE --compat docusaurus --format json` printed, REPAIRED the same
without --compat. A broken link is a page and the address that it leads to; Docusaurus names each
once a page. Differences must be listed below, with a reason; a listed difference that is none is a
failure too. With docgen's repairs at most 5 addresses of pages and files, in whichever language, and
45 anchors may be left.
"""

import json
import pathlib
import re
import sys
import urllib.parse

LOCALES = ["en", "zh-CN"]
BROKEN = {
    "link/unknown-page", "link/unknown-file", "link/unknown-asset", "link/unknown-anchor",
    "link/unknown-image"}

# Only docgen finds these: page (or "*") and address, as regular expressions, and why.
UNRENDERED = "/docs/zh-CN/user-guide/features/web-dashboard"
ONLY_DOCGEN = [
    (UNRENDERED, ".*",
     "Docusaurus can't render the page ({session_id} is an expression to it) and checks none of it"),
    ("/docs/zh-CN/user-guide/cli", r"/docs/zh-CN/docs/img/docs/cli-layout\.svg",
     "an <img> written as HTML, which Docusaurus does not look up"),
]

# Only Docusaurus finds these.
ONLY_DOCUSAURUS = [
    (".*", re.escape(UNRENDERED) + "#.*",
     "the anchor is there; Docusaurus knows none of a page that it can't render"),
]

MOST_PATHS, MOST_ANCHORS = 5, 45


def decoded(address):
    """As a browser would show it, without a slash at the end of the path."""
    path, mark, fragment = urllib.parse.unquote(address).partition("#")
    return path.rstrip("/") + mark + fragment


def docusaurus(path):
    """(page, address) of every entry of a report."""
    found, page = set(), None
    for line in path.read_text().splitlines():
        if match := re.match(r"- Broken (?:link|anchor) on source page path = (.*):$", line):
            page = match[1]
        elif match := re.match(r"   -> linking to (\S+)(?: \(resolved as: (.*)\))?$", line):
            found.add((page.rstrip("/"), decoded(match[2] or match[1])))
    return found


def permalinks(truth):
    """By the file's path in a folder of content, the path of its page."""
    docs = json.loads((truth / "docs.en.json").read_text())
    docs = docs if isinstance(docs, list) else list(docs.values())
    return {doc["source"].split("/docs/", 1)[-1]: doc["permalink"] for doc in docs}


def docgen(path, pages):
    found = {locale: set() for locale in LOCALES}
    for finding in json.loads(path.read_text())["diagnostics"]:
        if finding["code"] not in BROKEN or finding["location"] is None:
            continue
        source, locale = finding["location"]["file"], finding["locale"]
        content = re.sub(r"^(docs|i18n/[^/]*/docusaurus-plugin-content-docs/current)/", "", source)
        if content not in pages:
            print("  not a page:", source, finding["message"])
            continue
        page = pages[content]
        if locale != "en":
            page = page.replace("/docs/", f"/docs/{locale}/", 1)
        found[locale].add((page.rstrip("/"), address(finding, page, locale)))
    return found


def address(finding, page, locale):
    """The address that a message names, as Docusaurus resolves it."""
    message = finding["message"]
    if match := re.match(r"The page has no heading or anchor '(#.*)'$", message):
        return decoded(page + match[1])
    if match := re.match(r"The page (\S+) has no heading or anchor '(#.*)'$", message):
        return decoded(match[1] + match[2])
    if match := re.search(r" \(which is (.*)\)$", message):
        return decoded(match[1])
    written = re.search(r"'(.*)'$", message)[1]
    base = "/docs/" if locale == "en" else f"/docs/{locale}/"
    if written.startswith("/"):
        return decoded(written if written.startswith(base) else base + written[1:])
    return decoded(urllib.parse.urljoin(page, written))


def explained(entry, rules, used):
    for number, (page, target, _) in enumerate(rules):
        if re.fullmatch(page, entry[0]) and re.fullmatch(target, entry[1]):
            used.add(number)
            return True
    return False


def compare(ours, theirs, shows_all):
    used = (set(), set())
    failures = 0
    for locale in LOCALES:
        both = ours[locale] & theirs[locale]
        print(f"{locale}: {len(theirs[locale])} of Docusaurus', {len(both)} of them found")
        for title, entries, rules, seen in [
                ("only docgen finds", ours[locale] - theirs[locale], ONLY_DOCGEN, used[0]),
                ("only Docusaurus finds", theirs[locale] - ours[locale], ONLY_DOCUSAURUS, used[1])]:
            unexplained = [e for e in sorted(entries) if not explained(e, rules, seen)]
            failures += len(unexplained)
            print(f"  {title}: {len(entries)}, {len(unexplained)} without a reason")
            for page, target in (sorted(entries) if shows_all else unexplained):
                print(f"    {page} -> {target}")
    for rules, seen in [(ONLY_DOCGEN, used[0]), (ONLY_DOCUSAURUS, used[1])]:
        for number, rule in enumerate(rules):
            if number in seen:
                print(f"  reason: {rule[0]} -> {rule[1]}: {rule[2]}")
            else:
                failures += 1
                print(f"  a listed difference is none: {rule}")
    return failures


def repaired(ours):
    """What is left with docgen's repairs: too much is a failure."""
    targets = {re.sub(r"^/docs/(zh-CN/)?(docs/)?", "/", t) for found in ours.values() for _, t in found}
    paths = sorted(t for t in targets if "#" not in t)
    anchors = sum("#" in t for found in ours.values() for _, t in found)
    print(f"with repairs: {len(paths)} addresses, {anchors} anchors")
    print("  " + "\n  ".join(paths))
    return len(paths) > MOST_PATHS or anchors > MOST_ANCHORS


def main():
    arguments = [a for a in sys.argv[1:] if a != "--list"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    found, repairs, truth = map(pathlib.Path, arguments)
    pages = permalinks(truth)
    theirs = {l: docusaurus(truth / f"{l}.broken-links.txt") for l in LOCALES}
    failures = compare(docgen(found, pages), theirs, "--list" in sys.argv)
    failures += repaired(docgen(repairs, pages))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

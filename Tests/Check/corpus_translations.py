#!/usr/bin/env python3
"""Whether `docgen check` finds what a plain reading of a corpus' translations finds, with lines in both
files.

    corpus_translations.py FINDINGS SITE

FINDINGS is what `docgen check SITE --format json` printed. The reading here knows fences, `#` headings
and inline links by their looks alone, so that it errs elsewhere than docgen does. Where translations
differ for it and not for docgen, the reason has to be listed below.
"""

import collections
import json
import pathlib
import re
import sys

TRANSLATIONS = "i18n/zh-CN/docusaurus-plugin-content-docs/current"

# At least so many pages of each kind are to be found.
WANTED = {
    "lost front matter": ({"front-matter/unfenced"}, 20),
    "fences": ({"translation/fences"}, 35),
    "link targets": ({"translation/links", "translation/link-spelling"}, 39),
    # A quarter of them have lost the first line of their front matter: what is left of it is a heading
    # to Markdown, and is repaired and reported by docgen as what it is. An 81st page (below) has the
    # same headings once those that are underlined count.
    "heading structures": ({"translation/headings", "front-matter/unfenced"}, 80),
}
KINDS = {"fences": "fences", "links": "link targets", "headings": "heading structures"}

# Differences to a plain reading that are none, by the end of the page's path, and why.
NONE = {
    ("headings", "blockchain-hyperliquid.md"): "a fence before its lost front matter, which is repaired",
    ("headings", "mlops-saelens.md"): "one of its headings is underlined in place of a '##'",
}


def reading(text):
    found = {"fences": [], "headings": [], "links": set()}
    fence = None
    for line in text.splitlines():
        mark = re.match(r"\s*(`{3,}|~{3,})\s*(\S*)", line)
        if fence is None and mark:
            fence = mark[1]
            found["fences"].append(mark[2])
        elif fence:
            if re.match(rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*$", line):
                fence = None
        else:
            if heading := re.match(r"(#{1,6})\s", line):
                found["headings"].append(len(heading[1]))
            found["links"].update(re.findall(r"\]\(\s*([^)\s]+)", line))
    return found


def main():
    findings = json.loads(pathlib.Path(sys.argv[1]).read_text())["diagnostics"]
    site = pathlib.Path(sys.argv[2])
    pages = collections.defaultdict(set)
    failures = []
    codes = set().union(*(codes for codes, _ in WANTED.values()))
    for finding in findings:
        if finding["code"] not in codes:
            continue
        place = finding["location"]
        pages[finding["code"]].add(place["file"])
        notes = [note for note in finding["notes"] if note.get("location")]
        isTranslations = finding["code"].startswith("translation/")
        if place["line"] < 1 or isTranslations and not notes:
            failures.append(f"{finding['code']} at {place} has no line in both files")
    found = {}
    for name, (codes, least) in WANTED.items():
        found[name] = set().union(*(pages[code] for code in codes))
        print(f"{name}: {len(found[name])} pages (at least {least})")
        if len(found[name]) < least:
            failures.append(f"{name}: only {len(found[name])}")
    for path in sorted((site / TRANSLATIONS).rglob("*.md*")):
        source = site / "docs" / path.relative_to(site / TRANSLATIONS)
        if not source.exists():
            continue
        page, original = reading(path.read_text()), reading(source.read_text())
        file = str(path.relative_to(site))
        for kind, name in KINDS.items():
            if page[kind] != original[kind] and file not in found[name] \
                    and (kind, path.name) not in NONE:
                failures.append(f"{file}: {name} differ and docgen does not say so")
    for failure in failures[:20]:
        print("failed:", failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

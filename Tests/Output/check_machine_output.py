#!/usr/bin/env python3
"""What a built site publishes for programs: Markdown without components, lists in the form of
llmstxt.org, sitemaps that are valid against their schema and agree in their languages.

    check_machine_output.py [--pages N] OUTPUT

--pages: how many Markdown pages each locale must have. Needs `xmllint` (libxml2-utils).
"""

import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote, urlsplit

SCHEMA = Path(__file__).resolve().parent / "schemas/sitemap.xsd"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"

FENCE = re.compile(r"^(?:[ >]|[-*] |\d+\. )*(`{3,})(.*)$")
CODE = re.compile(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)")
# Outside of code nothing of this may be left.
LEFT_OVER = {
    "a component": re.compile(r"(?<!\\)</?[A-Z]"),
    "a comment": re.compile(r"\{/\*|(?<!\\)<!--"),
    "an admonition": re.compile(r"^[ >]*:::"),
    "an import or export": re.compile(r"^(import|export)\s.*(\bfrom\b|=)"),
    "HTML": re.compile(r"(?<!\\)<(?!(https?|mailto|ftp|tel):|/?su[bp]>|br>)/?[a-z]"),
    # What leads nowhere stays as it was written.
    "a link that is not whole": re.compile(r"(?<!\\)\]\(<?[/#]"),
    "a slot": re.compile("[\x01\x02]"),
}


def markdown_faults(text: str) -> list[str]:
    found = []
    fence = None
    for number, line in enumerate(text.split("\n"), 1):
        mark = FENCE.match(line)
        if fence is None and mark:
            fence = mark[1]
        elif fence is not None:
            if mark and mark[1] == fence and not mark[2].strip():
                fence = None
        else:
            words = CODE.sub("`code`", line)
            found += [f"{number}: {what}: {line[:100]}"
                      for what, pattern in LEFT_OVER.items() if pattern.search(words)]
    if fence is not None:
        found.append("a fence is not closed")
    if not text.startswith("# ") or text.startswith("# \n"):
        found.append("no title")
    return found


def list_faults(text: str) -> tuple[list[str], list[str]]:
    """What is wrong with an llms.txt, and where its entries lead."""
    found, urls = [], []
    lines = text.split("\n")
    if not re.match(r"# \S", lines[0]):
        found.append("1: no title")
    section = None
    for number, line in enumerate(lines[1:], 2):
        entry = re.fullmatch(r"- \[((?:\\.|[^\[\]\\])+)\]\((\S+)\)(: \S.*)?", line)
        if line.startswith("## "):
            if section == "Optional":
                found.append(f"{number}: a section behind Optional")
            section = line[3:]
        elif entry and section:
            urls.append(entry[2])
        elif line and not (section is None and line.startswith("> ")):
            found.append(f"{number}: {line[:100]}")
    if len(set(urls)) != len(urls):
        found.append("an entry stands there twice")
    return found, urls


class Output:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[str] = []
        index = root / "index.html"
        canonical = re.search(r'rel="canonical" href="([^"]+)"', index.read_text())
        self.base = urlsplit(canonical[1]).path if canonical else "/"
        if not canonical or not urlsplit(canonical[1]).netloc:
            # A site that does not say where it is published has no whole links.
            LEFT_OVER.pop("a link that is not whole", None)

    def fault(self, path: Path, *texts: str) -> None:
        self.faults += [f"{path.relative_to(self.root)}: {text}" for text in texts]

    def file(self, url: str) -> Path:
        return self.root / unquote(urlsplit(url).path).removeprefix(self.base)

    def check_markdown(self) -> dict[str, int]:
        locales = [path.parent.name if path.parent != self.root else ""
                   for path in self.root.glob("**/404.html")]
        counts = dict.fromkeys(locales, 0)
        for path in sorted(self.root.rglob("*.md")):
            first = path.relative_to(self.root).parts[0]
            counts[first if first in counts else ""] += 1
            self.fault(path, *markdown_faults(path.read_text()))
        return counts

    def check_lists(self) -> None:
        for path in sorted(self.root.rglob("llms.txt")):
            faults, urls = list_faults(path.read_text())
            self.fault(path, *faults)
            self.fault(path, *[f"nothing is at {url}" for url in urls
                               if not self.file(url).is_file()])
            print(f"{path.relative_to(self.root)}: {path.stat().st_size} bytes, {len(urls)} pages")

    def check_sitemaps(self) -> None:
        paths = sorted(self.root.rglob("sitemap*.xml"))
        for path in paths:
            run = subprocess.run(["xmllint", "--noout", "--schema", SCHEMA, path],
                                 capture_output=True, text=True)
            if run.returncode:
                self.fault(path, run.stderr.strip())
        languages: dict[str, dict[str, str]] = {}
        for path in paths:
            root = ElementTree.parse(path).getroot()
            for entry in root.findall(f"{SITEMAP}sitemap"):
                if not self.file(entry.findtext(f"{SITEMAP}loc", "")).is_file():
                    self.fault(path, "it names a sitemap that is not there")
            for entry in root.findall(f"{SITEMAP}url"):
                languages[entry.findtext(f"{SITEMAP}loc", "")] = {
                    link.get("hreflang", ""): link.get("href", "")
                    for link in entry.findall(LINK)}
        for url, others in languages.items():
            if others and url not in others.values():
                self.faults.append(f"{url}: the sitemap does not name it in its own language")
            self.faults += [f"{url}: {other} does not say the same of its languages"
                            for other in others.values() if languages.get(other) != others]
        print(f"{len(paths)} sitemaps, {len(languages)} addresses")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pages", type=int)
    options = parser.parse_args()
    output = Output(options.output)
    counts = output.check_markdown()
    for locale, count in sorted(counts.items()):
        print(f"{locale or 'the default locale'}: {count} pages of Markdown")
        if options.pages is not None and count != options.pages:
            output.faults.append(f"wanted {options.pages} pages of Markdown for '{locale}'")
    output.check_lists()
    output.check_sitemaps()
    if output.faults:
        sys.exit("\n".join(output.faults[:50] + [f"{len(output.faults)} faults"]))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""`docgen check --fix` on a copy of a real site.

    fix_links.py DOCGEN SITE WORK [--style file|route]

WORK gets the copy and two builds of it. Afterwards the check finds none of what can be repaired, a
second run changes nothing, links lead where they led (all but those that led to an old address or to
a missing anchor), only the targets of links have changed in the sources, and no line of code has.
"""

import argparse
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys

FIXABLE = {"link/base-url", "link/redirect", "link/style"}


class Hrefs(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src"):
                self.found.append((tag, value))


def hrefs(folder):
    found = {}
    for path in sorted(folder.rglob("*.html")):
        reader = Hrefs()
        reader.feed(path.read_text())
        found[str(path.relative_to(folder))] = reader.found
    return found


def sources(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file() and p.suffix in (".md", ".mdx")}


def code_lines(text):
    """The lines of fences."""
    lines, fence = [], None
    for line in text.decode(errors="replace").splitlines():
        mark = re.match(r"[ >]*(`{3,}|~{3,})", line)
        if fence is None and mark:
            fence = mark[1]
        elif fence and mark and mark[1].startswith(fence) and not line.strip(" >`~"):
            fence = None
        elif fence:
            lines.append(line)
    return lines


def check(docgen, site, *options):
    run = subprocess.run([docgen, "check", site, "--no-git", "--format", "json", *options],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"docgen ended with {run.returncode}: {run.stderr}")
    return run


def build(docgen, site, output):
    run = subprocess.run([docgen, "build", site, "--output", output, "--no-git", "--quiet",
                          "--diagnostics", "json"], capture_output=True, text=True, check=False)
    if run.returncode == 2:
        sys.exit(run.stderr)
    return hrefs(output)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("docgen")
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--style", choices=["file", "route"])
    options = parser.parse_args()
    style = ["--style", options.style] if options.style else []
    failures = []
    shutil.rmtree(options.work, ignore_errors=True)
    site = options.work / "site"
    shutil.copytree(options.site, site)
    subprocess.run(["chmod", "-R", "u+w", site], check=True)

    before, built = sources(site), build(options.docgen, site, options.work / "before")
    shown = check(options.docgen, site, "--fix", "--dry-run", *style).stdout
    if sources(site) != before:
        failures.append("--dry-run has changed something")
    run = check(options.docgen, site, "--fix", *style)
    after = sources(site)
    changed = [name for name in before if before[name] != after[name]]
    counts = {}
    for finding in json.loads(run.stdout)["diagnostics"]:
        counts[finding["code"]] = counts.get(finding["code"], 0) + 1
    left = {code: count for code, count in counts.items() if code in FIXABLE}
    if left:
        failures.append(f"left: {left}")
    print(run.stderr.strip().splitlines()[0] if run.stderr else "", f"({len(changed)} files differ)")

    # What --dry-run shows is what is done: `patch` comes to the same.
    patched = options.work / "patched"
    shutil.copytree(options.site, patched)
    subprocess.run(["chmod", "-R", "u+w", patched], check=True)
    patch = subprocess.run(["patch", "-p1", "--binary", "--quiet"], cwd=patched, input=shown,
                           text=True, check=False)
    if patch.returncode or sources(patched) != after:
        failures.append("the diff does not make the same files")

    for name in changed:
        if code_lines(before[name]) != code_lines(after[name]):
            failures.append(f"code has changed in {name}")
        if before[name].count(b"\r") != after[name].count(b"\r"):
            failures.append(f"line endings have changed in {name}")
        old, new = before[name].splitlines(True), after[name].splitlines(True)
        if len(old) != len(new):
            failures.append(f"lines of {name}")

    rebuilt = build(options.docgen, site, options.work / "after")
    different = []
    for page in built:
        for old, new in zip(built[page], rebuilt.get(page, [])):
            if old != new:
                different.append((page, old[1], new[1]))
        if len(built[page]) != len(rebuilt.get(page, [])):
            failures.append(f"{page} has another number of links")
    if built.keys() != rebuilt.keys():
        failures.append("there are other pages")
    # Only an anchor that was not there, or an old address, may have become another.
    redirects = {p for p in built if "http-equiv=\"refresh\"" in
                 (options.work / "before" / p).read_text()[:2000]}
    for page, old, new in different:
        path = re.sub(r"^/docs/|#.*$", "", old).rstrip("/")
        if old.split("#")[0] == new.split("#")[0] and "#" in new:
            print(f"  anchor: {page}: {old} -> {new}")
        elif f"{path}/index.html" in redirects:
            print(f"  redirect: {page}: {old} -> {new}")
        else:
            failures.append(f"{page}: {old} has become {new}")

    check(options.docgen, site, "--fix", *style)
    if sources(site) != after:
        failures.append("a second run changes something")
    for failure in failures[:20]:
        print("failed:", failure)
    print(f"{sum(map(len, built.values()))} addresses on {len(built)} pages, "
          f"{len(different)} of them others than before")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

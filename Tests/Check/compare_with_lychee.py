#!/usr/bin/env python3
"""Compares `docgen check` with lychee on the same folders of finished HTML: what each finds, and how
long each takes.

    compare_with_lychee.py DOCGEN WORK [--built FOLDER] [--runs 5] [--check]

lychee comes from PyPI (requirements.txt). WORK gets a planted site (planted_site.py). FOLDER is a
built site that is published below /docs/. The programs take turns; the median of the runs counts.
With --check, the script fails where lychee finds something that docgen does not and that is not
explained below, where a planted fault is missed, or where docgen takes more than a tenth of lychee's
time on the built site.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.parse

import find_planted
import planted_site

LYCHEE = pathlib.Path(sys.executable).parent / "lychee"

# What lychee reports and docgen doesn't, by the URL, and why docgen is right.
EXPLAINED = [
    (r".*#/route$", "the route of a script: no element has it as its ID, and none has to"),
    (r".*#(.*:)?:?~:text=.*|.*#first:~:text=Fir$",
     "a text fragment: what is behind :~: names words and no ID"),
    (r".*\.svg#.*", "a part of a drawing, which docgen does not look into"),
    (r".*\{\{(url|src)\}\}$", "a placeholder in a <template>, which no browser loads"),
    (r".*/nowhere\.png$", "in a comment or a string of a style sheet"),
    (r".*/extra/card\.png$", "right below the <base> of its page, which lychee does not read"),
    (r".*there-is-no-\d+\.svg#a$", "found, with the file that is missing"),
]


def timed(command):
    start = time.monotonic()
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return time.monotonic() - start, run


def lychee(root):
    """The command for a folder whose `docs` is published below /docs/."""
    return [LYCHEE, "--offline", "--include-fragments", "--no-progress", "--root-dir", root,
            "--fallback-extensions", "html", "--index-files", "index.html", "--format", "json",
            "--extensions", "html,htm,css", root / "docs"]


def docgen(program, root):
    return [program, "check", root / "docs", "--base-url", "/docs/", "--format", "json"]


def errors(run, root):
    """(file, URL) of what lychee calls broken."""
    report = json.loads(run.stdout)
    found = set()
    for file, entries in report.get("error_map", {}).items():
        for entry in entries:
            url = urllib.parse.unquote(entry["url"])
            name = os.path.relpath(file, root / "docs")
            found.add((name, re.sub(r"^file://" + re.escape(str(root)), "", url)))
    return found


def last(url):
    """What both programs have in their words of a broken URL: the fragment, or the last part."""
    path, _, fragment = url.partition("#")
    return fragment or path.split("?")[0].rstrip("/").split("/")[-1]


def compare(program, root, runs):
    times = {"docgen": [], "lychee": []}
    for _ in range(runs):
        spent, ours = timed(docgen(program, root))
        times["docgen"].append(spent)
        spent, theirs = timed(lychee(root))
        times["lychee"].append(spent)
    findings = json.loads(ours.stdout)["diagnostics"]
    words = {}
    for finding in findings:
        file = finding["location"]["file"] if finding["location"] else ""
        words.setdefault(file, []).append(urllib.parse.unquote(finding["message"]))
    unexplained, explained, both = [], 0, 0
    for file, url in sorted(errors(theirs, root)):
        if any(last(url) in message for message in words.get(file, [])):
            both += 1
        elif any(re.fullmatch(pattern, url) for pattern, _ in EXPLAINED):
            explained += 1
        else:
            unexplained.append((file, url))
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians["docgen"] / medians["lychee"]
    print(f"  docgen: {len(findings)} findings, {medians['docgen']:.3f} s "
          f"({min(times['docgen']):.3f} to {max(times['docgen']):.3f})")
    print(f"  lychee: {both + explained + len(unexplained)} errors, {medians['lychee']:.3f} s "
          f"({min(times['lychee']):.3f} to {max(times['lychee']):.3f}); {both} found by both, "
          f"{explained} explained, {len(unexplained)} not")
    print(f"  ratio {ratio:.3f}")
    for entry in unexplained[:40]:
        print("   ", *entry)
    return len(unexplained), ratio


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("docgen")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--built", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    work = options.work.resolve()
    failures = 0

    root = work / "planted"
    shutil.rmtree(root, ignore_errors=True)
    planted = planted_site.make(root, faults=200, seed=1, pages=60)
    missed, false = find_planted.compare(planted, find_planted.check(options.docgen, root))
    print(f"A site with {len(planted)} planted faults: {len(missed)} missed, "
          f"{len(false)} false alarms")
    unexplained, _ = compare(options.docgen, root, options.runs)
    failures += len(missed) + len(false) + unexplained

    if options.built:
        root = work / "built"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(options.built, root / "docs")
        print("A built site")
        unexplained, ratio = compare(options.docgen, root, options.runs)
        failures += unexplained + (ratio > 0.1)
    sys.exit(1 if options.check and failures else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Whether `docgen check` finds every planted fault of a site, and nothing else.

    find_planted.py DOCGEN FOLDER [--faults 200] [--seeds 3]

Writes sites of planted_site.py below FOLDER, one without faults and one for each seed.
"""

import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys

import planted_site


def check(docgen, folder):
    """What docgen finds in a folder that is published below /docs/."""
    run = subprocess.run(
        [docgen, "check", folder / "docs", "--base-url", planted_site.BASE, "--url",
         planted_site.HOST, "--format", "json"], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"docgen ended with {run.returncode}")
    return json.loads(run.stdout)["diagnostics"]


def place(finding):
    return finding["code"], finding["location"]["file"], finding["location"]["line"]


def compare(planted, findings):
    """The faults that were not found, and the findings that nobody planted."""
    left = collections.Counter(place(f) for f in findings)
    missed = []
    for fault in planted:
        for expected in fault["expected"]:
            code, file, line = expected["code"], expected["file"], expected["line"]
            match = next((p for p in left if left[p] and p[:2] == (code, file)
                          and line in (None, p[2])), None)
            if match:
                left[match] -= 1
            else:
                missed.append((fault["kind"], code, file, line))
    return missed, [p for p in left.elements()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("docgen")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    failures = 0
    for seed, faults in [(0, 0)] + [(s, options.faults) for s in range(1, options.seeds + 1)]:
        folder = options.folder / str(seed)
        shutil.rmtree(folder, ignore_errors=True)
        planted = planted_site.make(folder, faults, seed, pages=60)
        missed, false = compare(planted, check(options.docgen, folder))
        kinds = len({fault["kind"] for fault in planted})
        print(f"seed {seed}: {len(planted)} faults of {kinds} kinds planted; "
              f"{len(missed)} missed, {len(false)} false alarms")
        for fault in missed + false:
            print("  ", fault)
        failures += len(missed) + len(false)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

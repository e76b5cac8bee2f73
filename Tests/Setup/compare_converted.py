"""Builds Docusaurus sites twice, from their own files and from what `docgen init --from-docusaurus`
makes of them with those files gone, and compares the outputs byte for byte.

    python3 Tests/Setup/compare_converted.py DOCGEN SITE...
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile


def build(docgen, site, output):
    done = subprocess.run(
        [docgen, "build", site, "--output", output, "--quiet"], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*")) if path.is_file()
    }


def compare(docgen, original, scratch):
    site = scratch / "site"
    shutil.copytree(original, site, symlinks=True, ignore=shutil.ignore_patterns("build", ".git"))
    before = build(docgen, site, scratch / "before")
    done = subprocess.run(
        [docgen, "init", "--from-docusaurus", site], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    line = next(l for l in done.stdout.splitlines() if l.startswith("It says what these files say"))
    replaced = line.rsplit(": ", 1)[1].split(", ")
    assert any(name.startswith("docusaurus.config.") for name in replaced), line
    both = build(docgen, site, scratch / "both")
    for name in replaced:
        (site / name).unlink()
    after = build(docgen, site, scratch / "after")
    for other, what in ((both, "beside the original files"), (after, "alone")):
        differing = sorted(
            name for name in before.keys() | other.keys() if before.get(name) != other.get(name))
        assert not differing, f"{original}: docgen.yml {what} makes other files: {differing[:10]}"
    lines = len((site / "docgen.yml").read_text().splitlines())
    remarks = done.stderr.count(": note: ") + done.stderr.count(": warning: ")
    print(f"{original}: {len(before)} files are equal; docgen.yml has {lines} lines, "
          f"{remarks} remarks on what has no counterpart")


def main():
    docgen = pathlib.Path(sys.argv[1]).resolve()
    for site in sys.argv[2:]:
        with tempfile.TemporaryDirectory(prefix="docgen-converted-") as scratch:
            compare(docgen, pathlib.Path(site), pathlib.Path(scratch).resolve())


main()

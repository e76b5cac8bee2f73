"""Runs every command that the website's getting-started, user guide and guides show, page by page.

    python3 Tests/Website/run_commands.py DOCGEN

A page's commands run in its order, in a scratch folder with a home of its own. What it starts with
is in STARTS; otherwise it is the site of `docgen init`. In getting-started, code with a file's name
as its title is written to that file first, as readers do. Previews are started, asked for their
front page, and ended. What is printed below a `$` has to be printed, up to its numbers. A command
that is not run is one of NOT_RUN.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "website/docs"
LANGUAGES = ("console", "sh", "shell", "bash")

# Beginnings of commands that no test can run, and why.
NOT_RUN = {
    "sudo ": "changes the machine",
    "brew ": "changes the machine",
    "git clone ": "needs the network",
    "cd docgen": "goes into the clone",
    "make ": "builds docgen, which is what this test was given",
    "docker ": "needs a daemon",
    "rsync ": "needs a server",
    "aws ": "needs an account",
    "npx ": "needs an account",
    "for archive in dist/": "unpacks what 'make dist' has made",
    "docgen build -o /srv/": "writes to a folder of the machine's",
    "mcp-client check": "needs the reader's servers",
    "mcp-client tools": "needs the reader's servers",
    "mcp-client call ": "needs the reader's servers",
    "mcp-client read ": "needs the reader's servers",
    "mcp-client prompts ": "needs the reader's servers",
}

# What a page's readers have before its first command; by default, the site of `docgen init`.
STARTS = {
    "getting-started/first-site.md": [],
    "getting-started/coming-from-docusaurus.md": [
        ["cp", "-R", str(ROOT / "Tests/Fixtures/bakery") + "/.", "."]],
    "guides/checking.md": [
        ["docgen", "init"], ["docgen", "build", "--output", "public", "--base-url", "/docs/"]],
    "guides/preview.md": [["docgen", "init"], ["docgen", "init", "my-site"]],
    "user-guide/building.md": [["docgen", "init"], ["docgen", "init", "website"]],
    "user-guide/daily-work.md": [["bash", str(ROOT / "Tests/Website/daily-work.sh")]],
}

# Files that a page shows and its readers don't have when they come to its next command, and why.
NOT_WRITTEN = {
    "getting-started/coming-from-docusaurus.md": {
        "docgen.yml": "shows how one key is changed; the page's last part writes the whole file"},
}


def fences(text):
    """Language, title and lines of each fence that is not inside of another."""
    opening = None
    for line in text.splitlines():
        if opening is None:
            found = re.match(r"( *)(`{3,}|~{3,})(\S*)(.*)$", line)
            if found:
                opening, indent = found[2], len(found[1])
                title = re.search(r'title="([^"]+)"', found[4])
                language, lines = found[3], []
        elif re.fullmatch(rf" *{re.escape(opening[0])}{{{len(opening)},}} *", line):
            opening = None
            yield language, title and title[1], lines
        else:
            lines.append(line[indent:] if line[:indent].isspace() else line)


def steps(language, lines):
    """Commands with what they print, where the page says so."""
    if language != "console":
        script = "\n".join(lines).replace("\\\n", " ")
        return [(line, None) for line in script.splitlines() if line.strip()]
    found = []
    for line in lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            assert found, f"console code starts with a command behind '$ ', not with: {line}"
            found[-1][1].append(line)
    return found


class Page:
    def __init__(self, path, docgen, folder):
        self.path = path
        self.name = path.relative_to(DOCS).as_posix()
        self.folder = folder
        (self.folder.parent / "home").mkdir()
        self.environment = os.environ | {
            "HOME": str(self.folder.parent / "home"), "PATH": f"{docgen.parent}:{os.environ['PATH']}", "NO_COLOR": "1"}
        self.has_client = shutil.which("mcp-client", path=self.environment["PATH"]) is not None
        self.ran, self.left, self.clients = 0, 0, 0

    def run(self):
        key = re.sub(r"^locales/[^/]+/", "", self.name)
        for command in STARTS.get(key, [["docgen", "init"]]):
            subprocess.run(
                command, cwd=self.folder, env=self.environment, check=True, capture_output=True)
        for language, title, lines in fences(self.path.read_text()):
            if language in LANGUAGES:
                for command, printed in steps(language, lines):
                    self.step(command, printed)
            elif title and "getting-started/" in self.name and title not in NOT_WRITTEN.get(key, {}):
                file = self.folder / title
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("\n".join(lines) + "\n")

    def step(self, command, printed):
        command = re.sub(r"\s+#.*$", "", command)
        if any(command.startswith(start) for start in NOT_RUN):
            self.left += 1
            return
        if command.startswith("mcp-client ") and not self.has_client:
            self.clients += 1
            return
        self.ran += 1
        if re.match(r"docgen serve\b", command):
            return self.serve(command)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command], cwd=self.folder, env=self.environment,
            text=True, capture_output=True, timeout=300)
        assert done.returncode == 0, f"{self.name}: $ {command}\n{done.stdout}{done.stderr}"
        shown = done.stdout + "\n" + done.stderr
        for line in printed or []:
            assert any(shape(line) == shape(other) for other in shown.splitlines()), (
                f"{self.name}: $ {command}\ndoes not print '{line}' but:\n{shown}")

    def serve(self, command):
        command = command.replace(" --open", "")
        if "--port" not in command:
            command += " --port auto"
        with open(self.folder / "serve.log", "w+") as log:
            process = subprocess.Popen(
                ["bash", "-c", "exec " + command], cwd=self.folder, env=self.environment,
                stdout=log, stderr=subprocess.STDOUT)
            try:
                page = self.front_page(process)
                assert b"<html" in page, f"{self.name}: $ {command}\nanswers without a page"
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(timeout=60)
        (self.folder / "serve.log").unlink()

    def front_page(self, process):
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and process.poll() is None:
            address = re.search(r"http://\S+", (self.folder / "serve.log").read_text())
            if address:
                with urllib.request.urlopen(address[0], timeout=120) as answer:
                    return answer.read()
            time.sleep(0.1)
        log = (self.folder / "serve.log").read_text()
        raise AssertionError(f"{self.name}: the preview does not start:\n{log}")


def shape(line):
    """A line up to its numbers."""
    return re.sub(r"\d[\d.]*", "N", line.rstrip())


def main():
    docgen = pathlib.Path(sys.argv[1]).resolve()
    places = [DOCS, *sorted((DOCS / "locales").iterdir())]
    pages = [
        page for place in places for folder in ("getting-started", "user-guide", "guides")
        for page in sorted((place / folder).rglob("*.md"))
    ]
    ran = left = clients = 0
    for path in pages:
        with tempfile.TemporaryDirectory(prefix="docgen-commands-") as scratch:
            folder = pathlib.Path(scratch).resolve() / "site"
            folder.mkdir()
            page = Page(path, docgen, folder)
            page.run()
            ran, left, clients = ran + page.ran, left + page.left, clients + page.clients
    print(f"{ran} commands of {len(pages)} pages ran; {left} are not for a test.")
    if clients:
        print(f"Skipped for want of an mcp-client beside docgen: {clients}.")


main()

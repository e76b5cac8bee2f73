"""`docgen serve` as a test runs it, with a site of its own."""

import http.client
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Callable
from urllib.parse import quote

# A busy machine takes its time; nobody waits longer than an answer takes.
PATIENCE = 60

TITLE = "---\ntitle: {}\nsidebar_position: {}\n---\n\n"


def wait_for(what: str, is_so: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"not in {PATIENCE} seconds: {what}"
        time.sleep(0.02)


class Preview:
    """The program and the folder that it serves."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self.log = folder.with_name(folder.name + ".log")
        self.port = 0
        self.process: subprocess.Popen | None = None

    def start(self, *options: str, before: tuple[str, ...] = (), **environment: str) -> "Preview":
        """Starts it at the port that it had, and waits until it says where it is.

        `before` stands before the program: what runs it.
        """
        if "--port" not in options:
            options += ("--port", str(self.port))
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*before, self.program, "serve", self.folder, *options],
                stdout=log, stderr=subprocess.STDOUT,
                env=os.environ | {"DOCGEN_EDITOR": ""} | environment)
        wait_for(f"where it listens, in {self.output()!r}",
                 lambda: self.address() or self.process.poll() is not None)
        assert self.process.poll() is None, self.output()
        self.port = int(self.address().group(1))
        return self

    def address(self) -> re.Match | None:
        return re.search(r"^http://[^/]*:(\d+)/", self.output(), re.MULTILINE)

    def output(self) -> str:
        """All that it has printed."""
        return self.log.read_text(encoding="utf-8")

    def wait_until_ready(self) -> "Preview":
        wait_for("all pages", lambda: " pages in " in self.output())
        return self

    def rebuilds(self) -> int:
        return len(re.findall(r"^\S.*: \d+ ms$", self.output(), re.MULTILINE))

    def stop(self, how: signal.Signals = signal.SIGINT) -> float:
        """Ends it; the seconds that it took."""
        start = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(timeout=PATIENCE)
        return time.monotonic() - start

    def url(self, path: str) -> str:
        return f"http://localhost:{self.port}{path}"

    def get(self, path: str, host: str = "") -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", quote(path), headers={"Host": host or f"localhost:{self.port}"})
        response = connection.getresponse()
        text = response.read().decode("utf-8", errors="replace")
        connection.close()
        return response.status, dict(response.getheaders()), text

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Events:
    """What a tab is told."""

    def __init__(self, preview: Preview, path: str) -> None:
        version = preview.get(path)[1].get("X-Docgen-Version", "")
        self.connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
        self.connection.request(
            "GET", f"/__docgen/events?path={quote(path)}&version={version}",
            headers={"Host": f"localhost:{preview.port}"})
        self.stream = self.connection.getresponse()

    def next(self, name: str) -> str:
        """The data of the next event of a name."""
        while True:
            line = self.stream.readline()
            assert line, "the server has gone"
            if line.startswith(b"event: " + name.encode()):
                return self.stream.readline().removeprefix(b"data: ").decode().strip()

    def close(self) -> None:
        self.stream.close()
        self.connection.close()

"""The site Tests/Fixtures/gallery, built and served, and a browser to look at it with."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from static_server import StaticServer

ROOT = Path(__file__).resolve().parent.parent.parent
BASE = "/gallery/"

# One of each kind of page, by its address.
KINDS = {
    "home": "", "text": "writing", "code": "code", "tabs": "tabs", "tables": "tables",
    "diagrams": "diagrams", "category": "category/guide", "tags": "tags", "tag": "tags/plants",
    "search": "search.html", "missing": "404.html", "unlisted": "unlisted",
    "translated": "de/writing", "fallback": "de/code", "right-to-left": "ar/writing",
}


def program() -> Path:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    return Path(arguments[0] if arguments else ROOT / ".build/debug/docgen").resolve()


class Gallery:
    def __init__(self, browser: Browser, server: StaticServer) -> None:
        self.browser = browser
        self.server = server

    def address(self, path: str) -> str:
        return self.server.origin + BASE + path

    @contextmanager
    def page(self, tolerates: str = "", **options: object) -> Iterator[Page]:
        """A page of its own, whose console must stay silent but for what is meant, and which asks no
        other host."""
        context = self.browser.new_context(**options)
        page = context.new_page()
        page.set_default_timeout(10_000)
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text)
                if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(f"asks {request.url}")
                if not request.url.startswith((self.server.origin, "data:")) else None)
        yield page
        wrong = [text for text in wrong if not tolerates or tolerates not in text]
        assert wrong == [], wrong
        context.close()


@contextmanager
def open_gallery() -> Iterator[Gallery]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        output = Path(folder) / "output"
        run = subprocess.run(
            [program(), "build", ROOT / "Tests/Fixtures/gallery", "--output", output, "--strict", "--quiet"],
            capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(run.stdout + run.stderr)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        yield Gallery(browser, StaticServer({BASE: output}))
        browser.close()

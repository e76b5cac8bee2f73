#!/usr/bin/env python3
"""`docgen serve` in a real browser: a page follows its sources while it is read.

Needs Debian's `chromium` (or $CHROMIUM) and the packages of requirements.txt.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/docgen").resolve()
LONG = "\n\n".join(f"Paragraph {number} of a long page." for number in range(120))
TITLE = "---\ntitle: {}\nsidebar_position: {}\n---\n\n"


class Preview:
    """The program, serving a site of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = "0"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [PROGRAM, "serve", self.folder, "--port", self.port, "--editor", "vscode"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.port = re.search(r":(\d+)/", line).group(1)

    def stop(self, how: signal.Signals) -> float:
        start = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(timeout=10)
        return time.monotonic() - start

    def url(self, path: str) -> str:
        return f"http://localhost:{self.port}{path}"

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def make_site(preview: Preview) -> None:
    preview.write("docgen.yml", "title: Orchard\nlocales: {en: {label: English}, de: {label: Deutsch}}\n"
                  "customCss: [styles/own.css]\n")
    preview.write("styles/own.css", "article h1 { color: rgb(1, 2, 3) !important }\n")
    preview.write("docs/index.md", TITLE.format("Start", 1) + "Welcome.\n")
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "Sweet fruit.\n\n" + LONG)
    preview.write("docs/care/index.md", TITLE.format("Care", 3) + "Care.\n")
    preview.write("docs/care/water.md", TITLE.format("Water", 1) + "Often.\n")
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Süße Frucht.\n")


def marked(page: Page) -> bool:
    """Whether the page is still the one that was marked: it has not been loaded again."""
    return page.evaluate("window.mark === true")


def mark(page: Page) -> None:
    page.evaluate("window.mark = true")


def edits_keep_the_scroll_position(page: Page, preview: Preview) -> None:
    page.goto(preview.url("/plum"))
    page.wait_for_function("performance.getEntriesByType('resource').some((e) => e.name.includes('/events'))"
                           " || true")
    page.wait_for_timeout(300)
    mark(page)
    page.locator("aside a[data-category]").first.click()
    expect(page.locator("aside details[open]")).to_have_count(1)
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(100)
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "Sour fruit.\n\n" + LONG)
    expect(page.locator("article")).to_contain_text("Sour fruit.")
    assert marked(page), "the page was loaded again"
    assert page.evaluate("scrollY") == 900, page.evaluate("scrollY")
    expect(page.locator("aside details[open]")).to_have_count(1)


def a_stylesheet_is_swapped(page: Page, preview: Preview) -> None:
    mark(page)
    preview.write("styles/own.css", "article h1 { color: rgb(9, 8, 7) !important }\n")
    expect(page.locator("article h1")).to_have_css("color", "rgb(9, 8, 7)")
    preview.write("templates/css/90-own.css", "article h1 { letter-spacing: 7px !important }\n")
    expect(page.locator("article h1")).to_have_css("letter-spacing", "7px")
    assert marked(page), "the page was loaded again"


def broken_front_matter_shows_an_overlay(page: Page, preview: Preview) -> None:
    preview.write("docs/plum.md", "---\ntitle: [\n---\n\nBroken.\n")
    panel = page.locator("docgen-findings section")
    expect(panel).to_be_visible()
    expect(panel.locator("a").first).to_have_attribute(
        "href", re.compile(r"^vscode://file/.*/docs/plum\.md:\d+:\d+$"))
    expect(page.locator("article")).to_contain_text("Sour fruit.")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "Mended fruit.\n\n" + LONG)
    expect(page.locator("docgen-findings")).to_have_count(0)
    expect(page.locator("article")).to_contain_text("Mended fruit.")


def a_new_page_is_in_the_sidebar(page: Page, preview: Preview) -> None:
    preview.write("docs/quince.md", TITLE.format("Quince", 4) + "Hard.\n")
    link = page.locator("aside nav a", has_text="Quince")
    expect(link).to_have_attribute("href", "/quince")
    (preview.folder / "docs/quince.md").rename(preview.folder / "docs/medlar.md")
    expect(link).to_have_attribute("href", "/medlar")
    link.click()
    expect(page.locator("article")).to_contain_text("Hard.")


def a_translation_follows(page: Page, preview: Preview) -> None:
    page.goto(preview.url("/de/plum"))
    expect(page.locator("article")).to_contain_text("Süße Frucht.")
    page.wait_for_timeout(300)
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Saure Frucht.\n")
    expect(page.locator("article")).to_contain_text("Saure Frucht.")


def hidden_and_second_tabs_follow(page: Page, preview: Preview) -> None:
    other = page.context.new_page()
    other.goto(preview.url("/de/plum"))
    other.wait_for_timeout(300)
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Zwei Seiten.\n")
    expect(other.locator("article")).to_contain_text("Zwei Seiten.")
    expect(page.locator("article")).to_contain_text("Zwei Seiten.")
    other.close()


def a_restart_brings_the_page_back(page: Page, preview: Preview) -> None:
    preview.stop(signal.SIGKILL)
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Nach dem Neustart.\n")
    page.wait_for_timeout(700)
    preview.start()
    expect(page.locator("article")).to_contain_text("Nach dem Neustart.", timeout=15_000)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="docgen-browser-"))
    preview = Preview(folder)
    make_site(preview)
    preview.start()
    steps = [
        edits_keep_the_scroll_position, a_stylesheet_is_swapped,
        broken_front_matter_shows_an_overlay, a_new_page_is_in_the_sidebar, a_translation_follows,
        hidden_and_second_tabs_follow, a_restart_brings_the_page_back]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", shutil.which("chromium")),
                args=["--no-sandbox"])
            page = browser.new_context().new_page()
            page.set_default_timeout(15_000)
            expect.set_options(timeout=15_000)
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            for step in steps:
                step(page, preview)
                print(f"ok   {step.__name__.replace('_', ' ')}", flush=True)
            assert not errors, errors
            browser.close()
        seconds = preview.stop(signal.SIGINT)
        assert seconds < 1, f"Control-C took {seconds:.1f} s"
        print("ok   Control-C ends it at once")
    finally:
        if preview.process.poll() is None:
            preview.process.kill()
        shutil.rmtree(folder)


main()

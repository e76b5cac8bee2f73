#!/usr/bin/env python3
"""`docgen serve` in a real browser: a page follows its sources while it is read.

Needs Debian's `chromium` (or $CHROMIUM) and the packages of requirements.txt.
"""

import os
import re
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/Serve"))
from preview import PATIENCE, TITLE, Preview, wait_for  # noqa: E402

PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/docgen").resolve()
LONG = "\n\n".join(f"Paragraph {number} of a long page." for number in range(120))
CONFIGURATION = ("title: Orchard\nlocales: {en: {label: English}, de: {label: Deutsch}}\n"
                 "customCss: [styles/own.css]\n")


def make_site(preview: Preview) -> None:
    preview.write("docgen.yml", CONFIGURATION)
    preview.write("styles/own.css", "article h1 { color: rgb(1, 2, 3) !important }\n")
    preview.write("docs/index.md", TITLE.format("Start", 1) + "Welcome.\n")
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "Sweet fruit.\n\n" + LONG)
    preview.write("docs/care/index.md", TITLE.format("Care", 3) + "Care.\n")
    preview.write("docs/care/water.md", TITLE.format("Water", 1) + "Often.\n")
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Süße Frucht.\n")


def open_page(page: Page, preview: Preview, path: str) -> None:
    """Opens a page, and waits until it is told of changes and knows what it looked like."""
    with page.expect_request("**/__docgen/events?*"):
        page.goto(preview.url(path))
    page.wait_for_load_state("load")
    page.wait_for_function(
        "path => performance.getEntriesByType('resource')"
        ".some(({ name, responseEnd }) => new URL(name).pathname === path && responseEnd > 0)", arg=path)


def marked(page: Page) -> bool:
    """Whether the page is still the one that was marked: it has not been loaded again."""
    return page.evaluate("window.mark === true")


def mark(page: Page) -> None:
    page.evaluate("window.mark = true")


def edits_keep_the_scroll_position(page: Page, preview: Preview) -> None:
    open_page(page, preview, "/plum")
    mark(page)
    page.locator("aside a[data-category]").first.click()
    expect(page.locator("aside details[open]")).to_have_count(1)
    page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
    page.wait_for_function("scrollY === 900")
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


def broken_templates_and_configuration_show_it_too(page: Page, preview: Preview) -> None:
    panel = page.locator("docgen-findings section")
    for name, broken, place in [
        ("templates/partials/footer.html", "{{#unknown}}", "templates/partials/footer.html:1:"),
        ("docgen.yml", "title: [\n", "docgen.yml:"),
    ]:
        before = preview.folder / name
        text = before.read_text() if before.exists() else None
        preview.write(name, broken)
        expect(panel).to_be_visible()
        expect(panel).to_contain_text(place)
        expect(page.locator("article")).to_contain_text("Mended fruit.")
        if text is None:
            before.unlink()
        else:
            preview.write(name, text)
        expect(page.locator("docgen-findings")).to_have_count(0)
        expect(page.locator("article")).to_contain_text("Mended fruit.")


def it_is_searched(page: Page, preview: Preview) -> None:
    page.goto(preview.url("/"))
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").press_sequentially("often")
    expect(page.get_by_role("option").first).to_contain_text("Water")
    page.keyboard.press("Escape")


def drafts_say_so_and_missing_pages_suggest(page: Page, preview: Preview) -> None:
    # From here, nothing is loaded again for what is written.
    page.goto("about:blank")
    preview.write("docs/idea.md", "---\ntitle: Idea\ndraft: true\n---\n\nNot yet.\n")
    wait_for("the draft", lambda: preview.get("/idea")[0] == 200)
    page.goto(preview.url("/idea"))
    expect(page.locator(".alert")).to_contain_text(re.compile("draft", re.IGNORECASE))
    page.goto(preview.url("/plun"))
    page.locator(".docgen-suggestion a").click()
    page.wait_for_url("**/plum")


def a_new_page_is_in_the_sidebar(page: Page, preview: Preview) -> None:
    preview.write("docs/quince.md", TITLE.format("Quince", 4) + "Hard.\n")
    link = page.locator("aside nav a", has_text="Quince")
    expect(link).to_have_attribute("href", "/quince")
    (preview.folder / "docs/quince.md").rename(preview.folder / "docs/medlar.md")
    expect(link).to_have_attribute("href", "/medlar")
    link.click()
    page.wait_for_url("**/medlar")
    expect(page.locator("article")).to_contain_text("Hard.")


def a_translation_follows(page: Page, preview: Preview) -> None:
    open_page(page, preview, "/plum")
    page.locator(f"a[lang=de][href='/de/plum']").first.dispatch_event("click")
    page.wait_for_url("**/de/plum")
    expect(page.locator("article")).to_contain_text("Süße Frucht.")
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Saure Frucht.\n")
    expect(page.locator("article")).to_contain_text("Saure Frucht.")


def hidden_and_second_tabs_follow(page: Page, preview: Preview) -> None:
    other = page.context.new_page()
    open_page(other, preview, "/de/plum")
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Zwei Seiten.\n")
    expect(other.locator("article")).to_contain_text("Zwei Seiten.")
    expect(page.locator("article")).to_contain_text("Zwei Seiten.")
    other.close()


def a_restart_brings_the_page_back(page: Page, preview: Preview) -> None:
    preview.stop(signal.SIGKILL)
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Nach dem Neustart.\n")
    with page.expect_event("requestfailed", lambda request: "/__docgen/events" in request.url):
        pass
    preview.start("--editor", "vscode")
    expect(page.locator("article")).to_contain_text("Nach dem Neustart.")


def a_machine_that_slept_connects_again(page: Page, preview: Preview) -> None:
    sleeper = page.context.new_page()
    sleeper.clock.install()
    with sleeper.expect_request("**/__docgen/events?*"):
        sleeper.goto(preview.url("/plum"))
    preview.process.send_signal(signal.SIGSTOP)
    with sleeper.expect_request("**/__docgen/events?*"):
        sleeper.clock.fast_forward(60_000)
    preview.process.send_signal(signal.SIGCONT)
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "After a nap.\n\n" + LONG)
    expect(sleeper.locator("article")).to_contain_text("After a nap.")
    sleeper.close()


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="docgen-browser-")).resolve()
    preview = Preview(PROGRAM, folder / "site")
    make_site(preview)
    preview.start("--editor", "vscode")
    steps = [
        edits_keep_the_scroll_position, a_stylesheet_is_swapped,
        broken_front_matter_shows_an_overlay, broken_templates_and_configuration_show_it_too,
        it_is_searched, drafts_say_so_and_missing_pages_suggest, a_new_page_is_in_the_sidebar,
        a_translation_follows, hidden_and_second_tabs_follow, a_restart_brings_the_page_back,
        a_machine_that_slept_connects_again]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", shutil.which("chromium")),
                args=["--no-sandbox"])
            context = browser.new_context()
            context.set_default_timeout(PATIENCE * 1000)
            page = context.new_page()
            expect.set_options(timeout=PATIENCE * 1000)
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            for step in steps:
                step(page, preview)
                print(f"ok   {step.__name__.replace('_', ' ')}", flush=True)
            assert not errors, errors
            browser.close()
    finally:
        if preview.process.poll() is None:
            preview.process.kill()
            preview.process.wait()
        shutil.rmtree(folder)


main()

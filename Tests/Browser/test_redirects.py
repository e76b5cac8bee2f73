#!/usr/bin/env python3
"""Old addresses in a real browser: redirects with their fragments and queries, in each locale;
anchors of renamed headings; the suggestions of the page for unknown addresses.

    test_redirects.py [PROGRAM]

Needs Debian's `chromium` (or $CHROMIUM) and the packages of requirements.txt.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from static_server import StaticServer

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/docgen").resolve()
BASE = "/docs/"

SITE = {
    "docgen.yml": """
title: Pots
url: https://pots.example
baseUrl: /docs/
locales: [en, de]
redirects:
  - { from: /buy, to: '/shop/order?from=old' }
  - { from: [/wash, /clean], to: '/care#washing' }
  - { from: '/care#rinsing', to: '/care#washing' }
  - { from: '/care#paying', to: '/shop/order#how-to-pay' }
redirectExtensions: { from: [html] }
diagnostics: { ui/missing-string: ignored }
""",
    "docs/index.md": "# Pots\n\n[Care](care.md)\n",
    "docs/care.md": "# Care\n\n" + "Text.\n\n" * 80 + "## Washing\n\n" + "More.\n\n" * 80,
    "docs/shop/order.md": "---\naliases: [/ordering]\n---\n# Order\n\n"
                          + "Text.\n\n" * 80 + "## How to pay\n\n" + "More.\n\n" * 80,
    "docs/locales/de/care.md": "# Pflege\n\n## Waschen\n\nText.\n",
}

# What is asked for, and where readers come to.
REDIRECTS = [
    ("buy", "shop/order?from=old"), ("buy?a=1", "shop/order?from=old"),
    ("wash", "care#washing"), ("clean#top", "care#washing"),
    ("ordering?a=b#how-to-pay", "shop/order?a=b#how-to-pay"),
    ("care.html#washing", "care#washing"), ("de/ordering", "de/shop/order"),
    ("de/care.html", "de/care"), ("care#rinsing", "care#washing"),
    ("care#paying", "shop/order#how-to-pay"),
]


def old_addresses_lead_on(browser: Browser, server: StaticServer) -> None:
    for asked, wanted in REDIRECTS:
        page = browser.new_page()
        page.goto(server.origin + BASE + asked)
        page.wait_for_url(server.origin + BASE + wanted)
        expect(page.locator("article")).to_be_visible()
        page.close()


def they_do_so_without_a_script(browser: Browser, server: StaticServer) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(server.origin + BASE + "wash")
    page.wait_for_url(server.origin + BASE + "care#washing")
    page.context.close()


def a_renamed_heading_is_scrolled_to(browser: Browser, server: StaticServer) -> None:
    page = browser.new_page()
    page.goto(server.origin + BASE + "care#rinsing")
    expect(page.locator("#washing")).to_be_in_viewport()
    page.evaluate("location.hash = ''; scrollTo(0, 0); location.hash = 'rinsing'")
    page.wait_for_url("**/care#washing")
    expect(page.locator("#washing")).to_be_in_viewport()
    page.close()


def answer_with(file: Path, page: Page, asked: str) -> None:
    """A host shows the page for unknown addresses at the address that was asked for."""
    body = file.read_text()
    page.route("**/" + asked, lambda route: route.fulfill(
        status=404, content_type="text/html; charset=utf-8", body=body))


def the_page_for_unknown_addresses_suggests_others(
    browser: Browser, server: StaticServer, output: Path
) -> None:
    for locale, asked, title in (("", "shop/oder", "Order"), ("de/", "carre.html", "Pflege")):
        page = browser.new_page()
        answer_with(output / locale / "404.html", page, asked)
        page.goto(server.origin + BASE + locale + asked)
        expect(page.locator("[data-pages] a").first).to_have_text(title)
        page.locator("[data-pages] a").first.click()
        expect(page.locator("h1")).to_have_text(title)
        page.close()
    page = browser.new_page()
    body = (output / "404.html").read_text()
    page.route("**/qqqq", lambda route: route.fulfill(
        status=404, content_type="text/html; charset=utf-8", body=body))
    page.goto(server.origin + BASE + "qqqq", wait_until="networkidle")
    expect(page.locator("[data-pages]")).to_be_hidden()
    page.close()


def main() -> None:
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, output = Path(folder, "site"), Path(folder, "output")
        for name, text in SITE.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        run = subprocess.run(
            [PROGRAM, "build", site, "--output", output, "--strict", "--check"],
            capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(run.stdout + run.stderr)
        server = StaticServer({BASE: output})
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for test, *more in (
            (old_addresses_lead_on,), (they_do_so_without_a_script,),
            (a_renamed_heading_is_scrolled_to,),
            (the_page_for_unknown_addresses_suggests_others, output),
        ):
            test(browser, server, *more)
            print(f"{test.__name__} passed", flush=True)
        browser.close()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""axe-core on every kind of page, in both colour schemes and two widths, with whatever opens opened.

    test_accessibility.py [PROGRAM]

Needs Debian's `chromium` (or $CHROMIUM) and the packages of requirements.txt.
"""

import sys
from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from gallery import KINDS, open_gallery

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ["light", "dark"]
WIDE, NARROW = {"width": 1366, "height": 900}, {"width": 375, "height": 800}


def open_search(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("fern")
    expect(page.get_by_role("option").first).to_be_visible()


def open_element(selector: str) -> Callable[[Page], None]:
    def open_it(page: Page) -> None:
        page.locator(selector).first.click()
        expect(page.locator(selector).first.locator("xpath=..")).to_have_js_property("open", True)
    return open_it


def open_drawer(page: Page) -> None:
    page.locator(".navbar__toggle").click()
    expect(page.locator("#docgen-sidebar")).to_be_visible()


def choose_another_tab(page: Page) -> None:
    page.get_by_role("tab").last.click()


def come_from_a_search(page: Page) -> None:
    page.goto(page.url + "?highlight=fern")
    expect(page.locator(".search-clear")).to_be_visible()


def press_a_code_button(page: Page) -> None:
    page.locator("[data-wrap]:not([hidden])").first.click()


# What is opened, on which page, and how wide that is.
STATES = [
    ("the search", "", WIDE, open_search), ("the search", "ar/", NARROW, open_search),
    ("the locale menu", "", WIDE, open_element(".locale-menu summary")),
    ("a menu of the bar", "", WIDE, open_element(".dropdown:not(.locale-menu) summary")),
    ("the theme menu", "", WIDE, open_element(".color-mode summary")),
    ("the theme menu", "ar/", NARROW, open_element(".color-mode summary")),
    ("the drawer", "guide/first", NARROW, open_drawer), ("the drawer", "ar/", NARROW, open_drawer),
    ("the table of contents", "writing", NARROW, open_element(".toc-toggle")),
    ("details", "writing", WIDE, open_element("article details summary")),
    ("another tab", "tabs", WIDE, choose_another_tab),
    ("words that were searched", "writing", WIDE, come_from_a_search),
    ("a wrapped block", "code", WIDE, press_a_code_button),
]


def use(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)
    # Colours in between are no colours of the theme's.
    page.evaluate(
        """() => document.getAnimations().forEach((animation) => {
          if (animation instanceof CSSTransition) animation.finish();
        })""")


def violations(page: Page, place: str, under_menu: bool = False) -> list[str]:
    """What axe finds. From under an open menu half a target may look out, which is pressed only when the
    menu is closed; without the menu it is looked at as one of KINDS."""
    response = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    found = []
    for violation in response["violations"]:
        nodes = [
            node for node in violation["nodes"]
            if not (under_menu and violation["id"] == "target-size"
                    and "partially obscured" in node["failureSummary"])]
        if nodes:
            found.append(
                f"{place}: {violation['id']}: {violation['help']}\n"
                + "\n".join(
                    f"    {node['html'][:160]}\n      {node['failureSummary']}" for node in nodes[:4]))
    return found


def main() -> None:
    found: list[str] = []
    checks = 0
    with open_gallery() as gallery:
        for name, path in KINDS.items():
            with gallery.page(reduced_motion="reduce", viewport=WIDE) as page:
                page.goto(gallery.address(path))
                page.wait_for_load_state("networkidle")
                if name == "search":  # Its dialog opens with it; that is checked below.
                    page.keyboard.press("Escape")
                for size in (WIDE, NARROW):
                    page.set_viewport_size(size)
                    for scheme in SCHEMES:
                        use(scheme, page)
                        found += violations(page, f"{name}, {scheme}, {size['width']} px")
                        checks += 1
        for name, path, size, open_it in STATES:
            with gallery.page(reduced_motion="reduce", viewport=size) as page:
                page.goto(gallery.address(path))
                page.wait_for_load_state("networkidle")
                open_it(page)
                for scheme in SCHEMES:
                    use(scheme, page)
                    found += violations(
                        page, f"{name} on '{path}', {scheme}, {size['width']} px",
                        under_menu="menu" in name)
                    checks += 1
    print("\n".join(found))
    print(f"{len(KINDS)} kinds of page, {len(STATES)} states: {checks} checks, {len(found)} violations")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

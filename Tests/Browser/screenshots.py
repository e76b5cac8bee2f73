#!/usr/bin/env python3
"""Takes pictures of the gallery: see Tools/screenshots.

    screenshots.py PROGRAM --folder=FOLDER
"""

import sys
from pathlib import Path

from playwright.sync_api import Page

from gallery import Gallery, open_gallery

PAGES = {
    "home": "", "text": "writing", "code": "code", "tabs": "tabs", "tables": "tables",
    "diagrams": "diagrams", "category": "category/guide", "search": "",
}
WIDE, PHONE = {"width": 1366, "height": 900}, {"width": 390, "height": 844}
LOOKS = {
    "light": ("", {"viewport": WIDE, "color_scheme": "light"}),
    "dark": ("", {"viewport": WIDE, "color_scheme": "dark"}),
    "phone": ("", {"viewport": PHONE, "has_touch": True, "is_mobile": True}),
    "right-to-left": ("ar/", {"viewport": WIDE}),
}


def prepare(page: Page, name: str) -> None:
    if name == "search":
        page.keyboard.press("Control+k")
        page.get_by_role("combobox").fill("fern")
        page.get_by_role("option").first.wait_for()
        page.wait_for_load_state("networkidle")


def take(gallery: Gallery, folder: Path) -> None:
    for look, (prefix, options) in LOOKS.items():
        with gallery.page(reduced_motion="reduce", **options) as page:
            for name, path in PAGES.items():
                page.goto(gallery.address(prefix + path))
                page.wait_for_load_state("networkidle")
                prepare(page, name)
                file = folder / f"{name}-{look}.png"
                page.screenshot(path=file, full_page=name != "search")
                print(file)


def main() -> None:
    folder = next(Path(word.removeprefix("--folder=")) for word in sys.argv if word.startswith("--folder="))
    folder.mkdir(parents=True, exist_ok=True)
    with open_gallery() as gallery:
        take(gallery, folder)


if __name__ == "__main__":
    main()

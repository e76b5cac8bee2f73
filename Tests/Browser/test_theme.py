#!/usr/bin/env python3
"""The theme in a real browser: everything that can be used, by keyboard alone and without scripts, in
three languages, on screens from 320 pixels to 4K, and what must not move, be asked for or be said.

    test_theme.py [PROGRAM]

Needs Debian's `chromium` (or $CHROMIUM) and the packages of requirements.txt.
"""

import re
import time

from playwright.sync_api import Page, expect

from gallery import KINDS, Gallery, open_gallery

NARROW = {"width": 375, "height": 800}
WIDE = {"width": 1366, "height": 900}


def goto(page: Page, gallery: Gallery, path: str = "") -> Page:
    page.goto(gallery.address(path))
    page.wait_for_load_state("networkidle")
    return page


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until an element has the focus: a reader without a mouse has to get there."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.outerHTML")[:200]


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


# The frame, by keyboard


def the_first_tab_skips_to_the_content(gallery: Gallery) -> None:
    for path, words in (("", "Skip to main content"), ("de/", "Zum Hauptinhalt springen")):
        with gallery.page() as page:
            goto(page, gallery, path).keyboard.press("Tab")
            expect(page.get_by_role("link", name=words)).to_be_focused()
            page.keyboard.press("Enter")
            expect(page.locator("#docgen-content")).to_be_focused()


def menus_open_and_close(gallery: Gallery) -> None:
    with gallery.page() as page:
        goto(page, gallery)
        for selector in (".navbar .dropdown:not(.locale-menu, .color-mode)", ".locale-menu", ".color-mode"):
            summary = page.locator(f"{selector} > summary")
            tab_to(page, f"{selector} > summary")
            page.keyboard.press("Enter")
            expect(page.locator(f"{selector} .dropdown__menu")).to_be_visible()
            page.keyboard.press("Tab")
            assert page.locator(f"{selector} .dropdown__menu :focus").count() == 1, focused(page)
            page.keyboard.press("Escape")
            expect(page.locator(f"{selector} .dropdown__menu")).not_to_be_visible()
            expect(summary).to_be_focused()
            page.keyboard.press("Enter")
            page.keyboard.press("Shift+Tab")
            expect(page.locator(f"{selector} .dropdown__menu")).not_to_be_visible()


def the_theme_is_chosen_and_kept(gallery: Gallery) -> None:
    for path, name in (("", "dark mode"), ("de/", "dunkel"), ("ar/", "الوضع الداكن")):
        with gallery.page(color_scheme="light") as page:
            root = goto(page, gallery, path).locator("html")
            expect(root).to_have_attribute("data-theme-choice", "system")
            page.emulate_media(color_scheme="dark")
            expect(root).to_have_attribute("data-theme", "dark")
            page.emulate_media(color_scheme="light")
            tab_to(page, ".color-mode > summary")
            page.keyboard.press("Enter")
            tab_to(page, ".color-mode [data-theme-choice='dark']")
            expect(page.get_by_role("button", name=name)).to_be_focused()
            page.keyboard.press("Enter")
            expect(root).to_have_attribute("data-theme", "dark")
            expect(page.locator(".color-mode > summary")).to_be_focused()
            assert name in page.locator(".color-mode > summary").get_attribute("aria-label")
            page.reload()
            expect(root).to_have_attribute("data-theme", "dark")
            page.locator(".color-mode > summary").press("Enter")
            page.locator(".color-mode [data-theme-choice='system']").press("Enter")
            expect(root).to_have_attribute("data-theme", "light")


def the_chosen_theme_does_not_flash(gallery: Gallery) -> None:
    """The dark page is dark before the theme's script is there."""
    with gallery.page(color_scheme="light") as page:
        goto(page, gallery).evaluate("localStorage.setItem('theme', 'dark')")
        page.route(re.compile(r"docgen\.js"), lambda route: (time.sleep(1), route.continue_()))
        page.goto(gallery.address("writing"), wait_until="commit")
        page.wait_for_selector("article", state="attached")
        color = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert color == "rgb(21, 24, 29)", color
        page.wait_for_load_state("networkidle")


def languages_lead_to_the_same_place(gallery: Gallery) -> None:
    with gallery.page() as page:
        goto(page, gallery, "writing#lists")
        tab_to(page, ".locale-menu > summary")
        page.keyboard.press("Enter")
        tab_to(page, ".locale-menu a[lang=de]")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/gallery/de/writing#lists$"))
        assert page.locator("html").get_attribute("lang") == "de"


def the_sidebar_opens_in_place_and_remembers(gallery: Gallery) -> None:
    for path in ("writing", "ar/writing"):
        with gallery.page(viewport=WIDE) as page:
            goto(page, gallery, path)
            assert page.locator(".menu [aria-current=page]").count() == 1
            tab_to(page, ".menu a.menu__caret[data-category]")
            page.keyboard.press("Enter")
            first = page.locator(".menu").get_by_role("link", name="First steps")
            expect(first).to_be_visible()
            assert page.evaluate("document.activeElement.localName") == "summary", focused(page)
            tab_to(page, ".menu a[href$='/guide/first']")
            page.keyboard.press("Enter")
            page.wait_for_url(re.compile("/guide/first$"))
            expect(first).to_have_attribute("aria-current", "page")
            page.go_back()
            expect(first).to_be_visible()


def the_sidebar_can_be_hidden(gallery: Gallery) -> None:
    with gallery.page(viewport=WIDE) as page:
        goto(page, gallery, "writing")
        tab_to(page, ".collapse-sidebar-button")
        page.keyboard.press("Enter")
        expect(page.locator("#docgen-sidebar")).not_to_be_visible()
        expect(page.locator(".expand-sidebar-button")).to_be_focused()
        goto(page, gallery, "code")
        expect(page.locator("#docgen-sidebar")).not_to_be_visible()
        tab_to(page, ".expand-sidebar-button")
        page.keyboard.press("Enter")
        expect(page.locator("#docgen-sidebar")).to_be_visible()


def the_drawer_opens_and_closes(gallery: Gallery) -> None:
    for path in ("writing", "ar/writing"):
        for scripts in (True, False):
            with gallery.page(viewport=NARROW, java_script_enabled=scripts) as page:
                page.goto(gallery.address(path))
                toggle, drawer = page.locator(".navbar__toggle"), page.locator("#docgen-sidebar")
                expect(drawer).not_to_be_visible()
                toggle.press("Enter")
                expect(drawer).to_be_visible()
                box = drawer.bounding_box()
                assert (box["x"] == 0) == (path == "writing"), box
                page.keyboard.press("Escape")
                expect(drawer).not_to_be_visible()
                expect(toggle).to_be_focused()


def the_announcement_stays_closed(gallery: Gallery) -> None:
    with gallery.page() as page:
        goto(page, gallery)
        expect(page.get_by_text("The gallery is open.")).to_be_visible()
        tab_to(page, ".theme-announcement-bar__close")
        page.keyboard.press("Enter")
        expect(page.get_by_text("The gallery is open.")).not_to_be_visible()
        goto(page, gallery, "code")
        expect(page.get_by_text("The gallery is open.")).not_to_be_visible()


def there_is_a_way_back_to_the_top(gallery: Gallery) -> None:
    with gallery.page(viewport=NARROW, reduced_motion="reduce") as page:
        goto(page, gallery, "writing")
        button = page.get_by_role("link", name="Scroll back to top")
        expect(button).not_to_be_visible()
        page.keyboard.press("End")
        page.wait_for_function("scrollY + innerHeight > document.documentElement.scrollHeight - 2")
        # A busy browser may tell of several moves at once.
        for _ in range(5):
            page.keyboard.press("ArrowUp")
            page.wait_for_timeout(100)
        expect(button).to_be_visible()
        # The browser moves step by step, and would go on doing so behind the jump to the top.
        page.wait_for_function(
            "new Promise((end) => { const y = scrollY; setTimeout(() => end(y === scrollY), 300); })")
        button.press("Enter")
        page.wait_for_function("scrollY === 0")


# The page's own parts


def the_table_of_contents_follows(gallery: Gallery) -> None:
    with gallery.page(viewport=WIDE, reduced_motion="reduce") as page:
        goto(page, gallery, "writing#figures")
        expect(page.locator(".toc [aria-current=true]")).to_have_text("Figures")
        page.evaluate("document.getElementById('lists').scrollIntoView()")
        expect(page.locator(".toc [aria-current=true]")).to_have_text("Lists")


def the_table_of_contents_folds_on_narrow_screens(gallery: Gallery) -> None:
    for scripts in (True, False):
        with gallery.page(viewport=NARROW, java_script_enabled=scripts) as page:
            page.goto(gallery.address("writing"))
            link = page.locator(".toc").get_by_role("link", name="Lists")
            expect(link).not_to_be_visible()
            page.locator(".toc-toggle").press("Enter")
            expect(link).to_be_visible()
            link.press("Enter")
            page.wait_for_url(re.compile("#lists$"))


def tabs_move_by_arrows(gallery: Gallery) -> None:
    for path, forward, back in (("tabs", "ArrowRight", "ArrowLeft"), ("ar/tabs", "ArrowLeft", "ArrowRight")):
        with gallery.page() as page:
            tabs = goto(page, gallery, path).get_by_role("tablist").first.get_by_role("tab")
            names = tabs.all_inner_texts()
            tab_to(page, "[role=tab]")
            at = names.index(page.evaluate("document.activeElement.textContent"))
            page.keyboard.press(forward)
            expect(tabs.nth((at + 1) % 3)).to_be_focused()
            expect(tabs.nth((at + 1) % 3)).to_have_attribute("aria-selected", "true")
            page.keyboard.press(back)
            expect(tabs.nth(at)).to_be_focused()
            page.keyboard.press("End")
            expect(tabs.last).to_be_focused()
            page.keyboard.press("Tab")
            expect(page.get_by_role("tabpanel").filter(has_text="winget")).to_be_focused()


def tabs_of_a_group_change_together_and_are_remembered(gallery: Gallery) -> None:
    with gallery.page() as page:
        goto(page, gallery, "tabs")
        expect(page.get_by_text("Use brew.")).to_be_visible()
        page.get_by_role("tab", name="Linux").first.press("Enter")
        expect(page.get_by_text("Use apt.")).to_be_visible()
        expect(page.get_by_text("Linux again.")).to_be_visible()
        expect(page.get_by_text("Red.", exact=True)).to_be_visible()
        assert page.url.endswith("?system=linux")
        goto(page, gallery, "de/tabs")
        expect(page.get_by_text("Mit apt.")).to_be_visible()


def tabs_are_linked_to(gallery: Gallery) -> None:
    with gallery.page() as page:
        goto(page, gallery, "tabs?system=windows")
        expect(page.get_by_text("Use winget.")).to_be_visible()
        goto(page, gallery, "tabs#only-here")
        expect(page.get_by_text("A heading in a tab.")).to_be_visible()


CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def code_is_copied_as_it_is_wanted(gallery: Gallery) -> None:
    with gallery.page(**CLIPBOARD) as page:
        blocks = goto(page, gallery, "code").locator(".theme-code-block")
        for number, text in (
            (0, "def water(plant):\n    plant.litres += 1  # a line that is marked\n    return plant"),
            (2, "grow --version\ngrow fern"),
            (3, "water: weekly\nlight: half shade"),
            (4, "--- a/fern.yml\n+++ b/fern.yml\n@@ -1 +1 @@\n-water: daily\n+water: weekly"),
        ):
            button = blocks.nth(number).get_by_role("button", name="Copy code to clipboard")
            button.press("Enter")
            expect(page.locator("#docgen-announcer")).to_have_text("Copied")
            assert clipboard(page) == text, clipboard(page)
        # What is selected by hand has no numbers either.
        selected = blocks.first.locator("pre").evaluate(
            "pre => { getSelection().selectAllChildren(pre); return String(getSelection()) }")
        assert not re.search(r"^\s*\d", selected, re.M), selected


def long_lines_are_wrapped(gallery: Gallery) -> None:
    with gallery.page(viewport=WIDE) as page:
        block = goto(page, gallery, "code").locator(".theme-code-block").nth(1)
        expect(page.locator(".theme-code-block").first.locator("[data-wrap]")).to_be_hidden()
        pre = block.locator("pre")
        assert pre.evaluate("pre => pre.scrollWidth > pre.clientWidth")
        button = block.get_by_role("button", name="Toggle word wrap")
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        assert pre.evaluate("pre => pre.scrollWidth <= pre.clientWidth")
        button.press("Enter")
        assert pre.evaluate("pre => pre.scrollWidth > pre.clientWidth")


def wide_tables_scroll_by_keyboard(gallery: Gallery) -> None:
    with gallery.page(viewport=NARROW) as page:
        goto(page, gallery, "tables")
        name = "Plant, Water in spring, Water in summer, Water in autumn, Water in winter, Light and place"
        wide = page.get_by_role("region", name=name, exact=True)
        expect(wide).to_have_count(1)
        expect(page.get_by_role("region", name=f"{name} (2)", exact=True)).to_have_count(1)
        expect(page.locator(".table-wrapper[tabindex='-1']")).to_have_count(1)
        tab_to(page, ".table-wrapper")
        expect(wide).to_be_focused()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")


def footnotes_lead_there_and_back(gallery: Gallery) -> None:
    for path, title, back in (
        ("writing", "Footnotes", "Back to reference moss"), ("de/writing", "Fußnoten", "Zurück zum Verweis 1"),
        ("ar/writing", "الحواشي", "العودة إلى المرجع 1"),
    ):
        with gallery.page() as page:
            goto(page, gallery, path)
            expect(page.get_by_role("heading", name=title)).to_have_count(1)
            page.locator("[data-footnote-ref]").first.press("Enter")
            page.wait_for_url(re.compile("#user-content-fn-"))
            page.get_by_role("link", name=back, exact=True).press("Enter")
            page.wait_for_url(re.compile("#user-content-fnref-"))


def outside_links_say_so(gallery: Gallery) -> None:
    for path, words in (("writing", "(opens in new tab)"), ("de/writing", "(öffnet in neuem Tab)")):
        with gallery.page() as page:
            link = goto(page, gallery, path).locator("article a[target=_blank]").first
            assert words == page.locator(f"#{link.get_attribute('aria-describedby')}").text_content()
            assert link.evaluate("a => getComputedStyle(a, '::after').maskImage").startswith("url(")


def headings_have_links(gallery: Gallery) -> None:
    with gallery.page() as page:
        goto(page, gallery, "writing")
        page.get_by_role("link", name="Direct link to Lists").press("Enter")
        page.wait_for_url(re.compile("#lists$"))


def diagrams_are_drawn_where_there_are_any(gallery: Gallery) -> None:
    with gallery.page(color_scheme="light") as page:
        gallery.server.take_log()
        goto(page, gallery, "writing")
        assert not [path for path, _ in gallery.server.take_log() if "diagrams.js" in path]
        goto(page, gallery, "diagrams")
        drawn = page.get_by_role("img", name="Seed, Fern")
        expect(drawn).to_have_attribute("data-drawn", "default")
        expect(page.locator("pre.mermaid").nth(1)).to_have_text("broken")
        page.emulate_media(color_scheme="dark")
        expect(drawn).to_have_attribute("data-drawn", "dark")
    missing = re.compile(r"/js/diagrams\.js")
    with gallery.page(tolerates="Failed to load resource") as page:
        page.route(missing, lambda route: route.abort())
        goto(page, gallery, "diagrams")
        expect(page.locator("pre.mermaid").first).to_contain_text("Seed --> Fern")


def a_page_is_copied_as_markdown(gallery: Gallery) -> None:
    with gallery.page(**CLIPBOARD) as page:
        goto(page, gallery, "writing")
        if page.locator("link[type='text/markdown']").count() == 0:
            print("  no Markdown is published for pages: not tested", flush=True)
            return
        expect(page.get_by_role("link", name="View as Markdown")).to_be_visible()
        page.get_by_role("button", name="Copy as Markdown").press("Enter")
        expect(page.locator("#docgen-announcer")).to_have_text("Copied")
        assert "## Lists" in clipboard(page)


# Without scripts


def everything_is_there_without_scripts(gallery: Gallery) -> None:
    for prefix, tab in (("", "Use apt."), ("ar/", "استخدم apt.")):
        with gallery.page(java_script_enabled=False) as page:
            page.goto(gallery.address(prefix + "tabs"))
            for text in (tab, tab.replace("apt", "brew"), tab.replace("apt", "winget")):
                expect(page.get_by_text(text)).to_be_visible()
            for selector in (".color-mode", ".theme-announcement-bar__close", ".collapse-sidebar-button"):
                expect(page.locator(selector)).not_to_be_visible()
            page.locator(".locale-menu > summary").press("Enter")
            page.locator(".locale-menu a[lang=de]").press("Enter")
            page.wait_for_url(re.compile("/gallery/de/tabs$"))
            # A category that is closed is a link.
            page.locator(".menu a.menu__caret").first.press("Enter")
            page.wait_for_url(re.compile("/gallery/de/category/guide$"))
            page.locator("article").get_by_role("link", name="First steps").press("Enter")
            page.wait_for_url(re.compile("/gallery/de/guide/first$"))
            page.locator(".navbar__search-button").press("Enter")
            page.wait_for_url(re.compile(r"/gallery/de/search\.html$"))
            expect(page.get_by_text("Die Suche braucht JavaScript")).to_be_visible()
            page.goto(gallery.address("tables"))
            expect(page.locator(".table-wrapper[tabindex='0']")).to_have_count(3)
            page.goto(gallery.address("diagrams"))
            expect(page.get_by_text("Seed --> Fern")).to_be_visible()
            page.goto(gallery.address("writing"))
            page.get_by_text("Why rain water?").press("Enter")
            expect(page.get_by_text("Tap water holds")).to_be_visible()


# How it looks


def right_to_left_pages_are_mirrored(gallery: Gallery) -> None:
    with gallery.page(viewport=WIDE) as page:
        goto(page, gallery, "ar/writing")
        sidebar, article, toc = (
            page.locator(selector).bounding_box() for selector in ("#docgen-sidebar", "article", ".toc"))
        assert sidebar["x"] > article["x"] > toc["x"], (sidebar, article, toc)
        code = page.locator("pre code").first
        assert code.evaluate("code => getComputedStyle(code).direction") == "ltr"
        # A fallback keeps its own direction in a page of the reader's.
        goto(page, gallery, "ar/code")
        assert page.locator("article").evaluate("a => getComputedStyle(a).direction") == "ltr"


def nothing_is_wider_than_the_screen(gallery: Gallery) -> None:
    """320 pixels are also what is left of 1280 at a zoom of 400 %."""
    with gallery.page() as page:
        for path in [*KINDS.values(), "ar/tabs", "ar/tables", "de/"]:
            for width, height in ((320, 640), (768, 1024), (1280, 800), (3840, 2160)):
                page.set_viewport_size({"width": width, "height": height})
                goto(page, gallery, path)
                page.keyboard.press("Escape")
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert over <= 0, f"{path} at {width}: {over} px too wide"
        goto(page, gallery, "writing")
        measure = page.locator("article p").first.bounding_box()["width"]
        assert measure < 1200, measure


LAYOUT_SHIFT = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) {
        shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120))]);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
"""


def nothing_moves_while_it_loads(gallery: Gallery) -> None:
    """Scripts and pictures come after the first painting, as they do over a slow line. How high a
    diagram is, nobody knows before it is drawn. A busy browser may show a page that it has read half
    of, so each page has three tries: what the theme moves, it moves each time."""
    for path in [path for path in KINDS.values() if path != "diagrams"]:
        for size in (WIDE, NARROW):
            with gallery.page(viewport=size) as page:
                page.add_init_script(LAYOUT_SHIFT)
                page.route(re.compile(r"\.(js|svg)\b"), lambda route: (time.sleep(0.3), route.continue_()))
                for _ in range(3):
                    goto(page, gallery, path).wait_for_timeout(100)
                    if (shifts := page.evaluate("shifts")) == []:
                        break
                assert shifts == [], f"{path} at {size['width']}: {shifts}"


def less_motion_and_forced_colors_are_heard(gallery: Gallery) -> None:
    behavior = "getComputedStyle(document.documentElement).scrollBehavior"
    with gallery.page(reduced_motion="no-preference") as page:
        assert goto(page, gallery).evaluate(behavior) == "smooth"
        page.emulate_media(reduced_motion="reduce")
        assert page.evaluate(behavior) == "auto"
    with gallery.page(forced_colors="active", color_scheme="dark") as page:
        icon = goto(page, gallery).locator(".icon--search").first
        text, background = icon.evaluate(
            "icon => [getComputedStyle(document.body).color, getComputedStyle(icon).backgroundColor]")
        assert text == background, (text, background)


def a_printed_page_is_the_whole_article(gallery: Gallery) -> None:
    with gallery.page(color_scheme="dark") as page:
        goto(page, gallery, "tabs").emulate_media(media="print")
        for selector in (".navbar", ".menu", ".toc", ".tabs", ".pagination-nav", ".footer"):
            expect(page.locator(selector).first).not_to_be_visible()
        for text in ("Use apt.", "Use brew.", "Use winget."):
            expect(page.get_by_text(text)).to_be_visible()
        background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert background == "rgb(255, 255, 255)", background
        goto(page, gallery, "writing").emulate_media(media="print")
        expect(page.get_by_text("Tap water holds")).to_be_visible()


def languages_break_lines_their_own_way(gallery: Gallery) -> None:
    with gallery.page() as page:
        style = "style => (style = getComputedStyle(document.body), [style.lineBreak, style.wordBreak])"
        for lang, expected in (("ja", ["strict", "normal"]), ("zh-Hans", ["strict", "normal"]), ("ko", ["auto", "keep-all"])):
            goto(page, gallery).evaluate("lang => document.documentElement.lang = lang", lang)
            assert page.evaluate(style) == expected, lang
            fonts = page.evaluate("getComputedStyle(document.body).fontFamily")
            assert "Noto Sans CJK" in fonts, fonts


TESTS = [
    the_first_tab_skips_to_the_content, menus_open_and_close, the_theme_is_chosen_and_kept,
    the_chosen_theme_does_not_flash, languages_lead_to_the_same_place,
    the_sidebar_opens_in_place_and_remembers, the_sidebar_can_be_hidden, the_drawer_opens_and_closes,
    the_announcement_stays_closed, there_is_a_way_back_to_the_top, the_table_of_contents_follows,
    the_table_of_contents_folds_on_narrow_screens, tabs_move_by_arrows,
    tabs_of_a_group_change_together_and_are_remembered, tabs_are_linked_to, code_is_copied_as_it_is_wanted,
    long_lines_are_wrapped, wide_tables_scroll_by_keyboard, footnotes_lead_there_and_back,
    outside_links_say_so, headings_have_links, diagrams_are_drawn_where_there_are_any,
    a_page_is_copied_as_markdown, everything_is_there_without_scripts, right_to_left_pages_are_mirrored,
    nothing_is_wider_than_the_screen, nothing_moves_while_it_loads, less_motion_and_forced_colors_are_heard,
    a_printed_page_is_the_whole_article, languages_break_lines_their_own_way,
]


def main() -> None:
    with open_gallery() as gallery:
        for test in TESTS:
            test(gallery)
            print(f"{test.__name__} passed", flush=True)


if __name__ == "__main__":
    main()

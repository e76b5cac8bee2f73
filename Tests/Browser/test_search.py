#!/usr/bin/env python3
"""The search in a real browser: what it finds, its keys, its announcements, what it loads and when.

    test_search.py [PROGRAM] [--write-rankings]

Needs Debian's `chromium` (or $CHROMIUM) and the packages of requirements.txt. --write-rankings
writes what the script finds on the fixture into Tests/Search/vectors.json, to be looked through.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from static_server import StaticServer

ROOT = Path(__file__).resolve().parent.parent.parent
ARGUMENTS = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
PROGRAM = Path(ARGUMENTS[0] if ARGUMENTS else ROOT / ".build/debug/docgen").resolve()
VECTORS = ROOT / "Tests/Search/vectors.json"
BASE = "/sky/"
# How long something may take that happens at once on an idle machine, in milliseconds.
PATIENCE = 60_000

RANKINGS = [
    ("en", query) for query in (
        "dome", "installing", "client_cert", "client certificate", "star", "stars", "mirror",
        "connection refused", "photograph the moon", "max turn rate", "weather rain", "aligned mirors",
        "opening hours", "updat", "télescope", "望遠鏡", "망원경", "windows", "environment variable",
        "guest book visitors", "dome-control --dry-run", "how", "settings", "zebra",
        "mid night", "eye pieces")
] + [
    ("zh-CN", query) for query in (
        "安装", "如何安装", "望远镜", "圆顶", "星", "曝光时间", "exposure_time", "Linux 系统", "配置文件",
        "conncting to the dome", "双星 透镜")
]

SEARCH = """async ([url, query]) => {
  const module = await import(document.getElementById('docgen-search').dataset.script);
  const index = await new module.SearchIndex(url).open();
  const { pages } = await module.search(index, query, 10);
  return pages.map(({ path, score, sections }) =>
    ({ path, score, anchors: sections.map(({ anchor }) => anchor) }));
}"""


# Results come in two steps: the best page, then all ten.
IS_LISTED = """(text) => {
  const options = [...document.querySelectorAll('#docgen-search [role=option]')];
  const status = document.querySelector('#docgen-search [role=status]').textContent;
  if (options.length === 0) return status.includes(text);
  const pages = options.filter((option) => !option.classList.contains('search__option--section'));
  return new URL(options[0].href).searchParams.get('highlight') === text
    && pages.length === Math.min(10, Number(/\\d+/.exec(status)?.[0]));
}"""


def docgen(*arguments: object) -> None:
    run = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"docgen {arguments}: {run.stdout}{run.stderr}")


class Search:
    """A page with the search, and what is told of it."""

    def __init__(self, page: Page, server: StaticServer) -> None:
        self.page = page
        self.server = server
        self.input = page.get_by_role("combobox")
        self.options = page.get_by_role("option")
        self.status = page.locator("#docgen-search [role=status]")
        self.dialog = page.locator("#docgen-search")

    def goto(self, path: str = "") -> "Search":
        self.page.goto(self.server.origin + BASE + path)
        self.page.wait_for_load_state("networkidle")
        return self

    def open(self) -> "Search":
        self.page.keyboard.press("Control+k")
        expect(self.input).to_be_focused()
        return self

    def find(self, text: str) -> "Search":
        """Types, and waits until the list is all of what is found for just that."""
        self.input.fill("")
        self.input.press_sequentially(text)
        self.page.wait_for_function(IS_LISTED, arg=text)
        return self

    @property
    def active(self) -> str:
        """The text of the option that the input names as the active one."""
        number = self.input.get_attribute("aria-activedescendant")
        return self.page.locator(f"#{number}").inner_text() if number else ""


# What is the same in Swift


def vectors_hold(search: Search, vectors: dict) -> None:
    search.goto()
    problems = search.page.evaluate(
        """async (vectors) => {
          const module = await import(document.getElementById('docgen-search').dataset.script);
          const problems = [];
          const compare = (name, actual, expected) => {
            const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
            if (a !== b) problems.push(`${name}: ${a}, not ${b}`);
          };
          for (const [word, folded] of vectors.folds) compare(word, module.fold(word), folded);
          for (const [word, stem] of vectors.stems) compare(word, module.stem(word), stem);
          for (const [word, expected] of vectors.words) {
            const terms = module.termsOf(word);
            const actual = terms && [terms.whole, terms.parts, terms.typed, terms.isStopWord ?? false];
            compare(word, actual ?? null, expected);
          }
          for (const [text, expected] of vectors.cuts) {
            const words = [];
            module.cut(text, (word) => words.push(word), (pair) => words.push(pair));
            compare(text, words, expected);
          }
          for (const [text, expected] of vectors.queries) {
            const words = module.parseQuery(text).map((word) =>
              [word.term, word.typed, word.parts, word.isPrefix, word.run !== undefined,
               word.joined ?? null]);
            compare(text, words, expected);
          }
          for (const [a, b, isOne] of vectors.mistakes) {
            compare(`${a} ${b}`, module.isOneMistake([...a], [...b]), isOne);
          }
          return problems;
        }""", vectors)
    assert problems == [], "\n".join(problems)


def ranking(search: Search, locale: str, query: str) -> dict:
    prefix = "" if locale == "en" else f"{locale}/"
    url = f"{BASE}{prefix}assets/search/index.json"
    return {"locale": locale, "query": query, "pages": search.page.evaluate(SEARCH, [url, query])}


def rankings_hold(search: Search, vectors: dict) -> None:
    search.goto()
    assert len(vectors["rankings"]) == len(RANKINGS)
    for expected in vectors["rankings"]:
        found = ranking(search, expected["locale"], expected["query"])
        assert found == expected, f"{expected['query']}: {found['pages']}, not {expected['pages']}"


# What a reader does


def nothing_is_loaded_before_it_is_opened(search: Search) -> None:
    search.server.take_log()
    search.goto("installation")
    assert not [path for path, _ in search.server.take_log() if "search" in path]
    search.open()
    search.find("dome")
    assert [path for path, _ in search.server.take_log() if "assets/search/index.json" in path]


def it_opens_by_button_and_keys_and_gives_the_focus_back(search: Search) -> None:
    search.goto("installation")
    button = search.page.get_by_role("button", name="Search")
    for how in (button.click, lambda: button.press("Enter"), lambda: button.press(" ")):
        how()
        expect(search.input).to_be_focused()
        search.page.keyboard.press("Escape")
        expect(search.dialog).not_to_be_visible()
        expect(button).to_be_focused()
    link = search.page.get_by_role("link", name="Configuration reference").first
    for keys in ("Control+k", "Meta+k", "/"):
        link.focus()
        search.page.keyboard.press(keys)
        expect(search.input).to_be_focused()
        search.page.keyboard.press("Escape")
        expect(link).to_be_focused()
    search.open()
    search.page.keyboard.press("Control+k")
    expect(search.dialog).not_to_be_visible()


def a_slash_is_typed_where_one_types(search: Search) -> None:
    search.goto("installation").open()
    search.page.keyboard.type("/dome/")
    expect(search.input).to_have_value("/dome/")


def the_focus_stays_in_the_dialog(search: Search) -> None:
    search.goto("installation").open().find("dome")
    for _ in range(8):
        search.page.keyboard.press("Tab")
        inside = search.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#docgen-search')")
        assert inside, search.page.evaluate("document.activeElement.outerHTML")


def arrows_move_and_enter_opens(search: Search) -> None:
    search.goto("installation").open().find("mirror")
    expect(search.input).to_have_attribute("aria-expanded", "true")
    assert "The reflector" in search.active
    count = search.options.count()
    assert count > 2
    seen = [search.active]
    for _ in range(count - 1):
        search.page.keyboard.press("ArrowDown")
        seen.append(search.active)
    assert len(set(seen)) == count
    search.page.keyboard.press("ArrowDown")
    assert search.active == seen[0]
    search.page.keyboard.press("ArrowUp")
    assert search.active == seen[-1]
    search.page.keyboard.press("ArrowDown")
    search.page.keyboard.press("ArrowDown")
    assert "mirror" in search.active
    expect(search.page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    search.page.keyboard.press("Enter")
    search.page.wait_for_url(re.compile(r"/sky/telescopes/reflector\?highlight=mirror#"))


def the_input_is_a_combobox(search: Search) -> None:
    search.goto("installation").open()
    for name, value in (("role", "combobox"), ("aria-autocomplete", "list"), ("aria-expanded", "false")):
        expect(search.input).to_have_attribute(name, value)
    search.find("mirror")
    expect(search.input).to_have_attribute("aria-expanded", "true")
    controlled = search.page.locator("#" + search.input.get_attribute("aria-controls"))
    expect(controlled).to_have_attribute("role", "listbox")
    active = search.input.get_attribute("aria-activedescendant")
    expect(controlled.locator(f"#{active}[role=option]")).to_have_attribute("aria-selected", "true")
    expect(search.status).to_have_text(re.compile(r"Pages found: \d+"))
    expect(search.input).to_be_focused()


def what_is_typed_need_not_be_exact(search: Search) -> None:
    search.goto("installation").open()
    for typed, title in (
        ("refelctor", "The reflector"), ("client key", "Configuration reference"), ("refl", "The reflector"),
    ):
        search.find(typed)
        expect(search.options.filter(has_text=title).first).to_be_visible()
    # A character alone begins pairs.
    search.goto("zh-CN/installation").open().find("星")
    assert search.options.count() > 0


def pages_can_be_left_out(search: Search) -> None:
    search.goto("installation").open().find("guest book visitors")
    assert not any("/guest-book" in option.get_attribute("href") for option in search.options.all())


def results_say_where_they_are(search: Search) -> None:
    search.goto("installation").open().find("galaxies")
    first = search.options.first
    expect(first.locator(".search__title")).to_have_text("The reflector")
    expect(first.locator(".search__breadcrumbs")).to_have_text("telescopes")
    expect(first.locator(".search__excerpt mark")).to_have_text("galaxies")
    expect(search.status).to_have_text("Pages found: 1")
    search.find("client_key")
    expect(search.options.filter(has_text="client_key its key").first).to_be_visible()
    search.find("zebra")
    expect(search.status).to_have_text("No page found for “zebra”")
    expect(search.options).to_have_count(0)
    expect(search.input).to_have_attribute("aria-expanded", "false")


def words_are_marked_until_they_are_cleared(search: Search) -> None:
    search.goto("telescopes/reflector?highlight=mirrors#cleaning-the-mirror")
    clear = search.page.get_by_role("button", name="Clear the marks of “mirrors”")
    expect(clear).to_be_visible()
    marks = "[...CSS.highlights.get('docgen-search') ?? []].map(String)"
    assert {"mirror", "mirrors", "Mirrors"} & set(search.page.evaluate(marks))
    clear.click()
    expect(clear).not_to_be_visible()
    assert search.page.evaluate(marks) == []
    assert search.page.url.endswith("/telescopes/reflector#cleaning-the-mirror")
    search.goto("installation?highlight=zebra")
    expect(search.page.get_by_role("button", name="Clear")).to_have_count(0)


def recent_searches_are_offered(search: Search) -> None:
    search.goto("installation").open()
    expect(search.options).to_have_count(0)
    search.find("galaxies")
    search.page.keyboard.press("Enter")
    search.page.wait_for_url(re.compile("reflector"))
    search.open()
    expect(search.status).to_have_text("Recent searches")
    expect(search.options).to_have_text(["galaxies"])
    search.page.keyboard.press("ArrowDown")
    search.page.keyboard.press("Enter")
    expect(search.input).to_have_value("galaxies")
    expect(search.options.first).to_contain_text("The reflector")
    search.input.fill("")
    search.page.get_by_role("button", name="Forget recent searches").click()
    expect(search.options).to_have_count(0)
    expect(search.input).to_be_focused()


def a_query_in_the_address_is_searched(search: Search) -> None:
    search.goto("installation?q=galaxies")
    expect(search.input).to_have_value("galaxies")
    expect(search.options.first).to_contain_text("The reflector")
    search.goto("search.html?q=galaxies")
    expect(search.options.first).to_contain_text("The reflector")


def only_the_last_text_counts(search: Search) -> None:
    search.goto("installation").open()
    search.input.press_sequentially("galaxies")
    search.input.fill("mirror")
    expect(search.options.first).to_contain_text("The reflector")
    search.input.fill("")
    expect(search.options).to_have_count(0)


def enter_waits_for_what_was_typed(search: Search) -> None:
    search.goto("installation").open()
    search.input.press_sequentially("galaxies")
    search.page.keyboard.press("Enter")
    search.page.wait_for_url(re.compile(r"/sky/telescopes/reflector\?highlight=galaxies"))


def results_come_at_once(search: Search) -> None:
    search.goto("installation").open().find("telescope")
    search.find("mirror")
    took = search.page.evaluate(
        """async () => {
          const input = document.querySelector('#docgen-search input');
          const list = document.querySelector('#docgen-search [role=listbox]');
          const times = [];
          for (const text of Array.from({ length: 15 }, (_, i) => (i % 2 ? 'mirror' : 'telescope'))) {
            const shown = new Promise((resolve) =>
              new MutationObserver((_, observer) => { observer.disconnect(); resolve(); })
                .observe(list, { childList: true }));
            const start = performance.now();
            input.value = text;
            input.dispatchEvent(new Event('input'));
            await shown;
            times.push(performance.now() - start);
          }
          return Math.min(...times);
        }""")
    # A machine that is slow, or busy with other things, takes longer for everything.
    slowness = max(1, search.page.evaluate(
        """() => {
          const times = [];
          for (let round = 0; round < 5; round += 1) {
            const start = performance.now();
            let sum = 0;
            for (let step = 0; step < 5e6; step += 1) sum = (sum + step * step) % 1009;
            times.push(performance.now() - start + sum * 0);
          }
          return Math.max(...times) / 50;
        }"""))
    assert took < 50 * slowness, f"{took:.1f} ms, {slowness:.1f} times as slow"


# Other languages


def every_locale_has_its_own(search: Search) -> None:
    search.goto("zh-CN/")
    search.page.get_by_role("button", name="搜索").click()
    search.find("望远镜")
    expect(search.options.first).to_contain_text("折射望远镜")
    expect(search.status).to_contain_text("找到")
    search.page.keyboard.press("Enter")
    search.page.wait_for_url(re.compile("/sky/zh-CN/telescopes/refractor"))
    search.page.wait_for_function("CSS.highlights.get('docgen-search')?.size > 0")


def it_works_from_right_to_left(browser: Browser, garden: StaticServer) -> None:
    page = browser.new_page()
    page.goto(garden.origin + "/handbook/ar/")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("compost")
    expect(page.get_by_role("option").first).to_be_visible()
    form, close = page.locator(".search__input"), page.locator("[data-search-close]")
    assert form.bounding_box()["x"] > close.bounding_box()["x"]
    page.close()


# When something is missing


def without_a_script_the_button_leads_to_all_pages(browser: Browser, server: StaticServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.origin + BASE)
    page.get_by_role("link", name="Search").click()
    page.wait_for_url(re.compile(r"/sky/search\.html$"))
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    article = page.locator("article")
    article.get_by_role("link", name="Installation").click()
    page.wait_for_url(re.compile("/sky/installation$"))
    context.close()


def a_site_that_was_published_anew_is_still_searched(search: Search, output: Path, old: Path, new: Path) -> None:
    use(output, old)
    search.goto("installation").open().find("mirror")
    use(output, new)
    search.find("comet")
    expect(search.options.first).to_contain_text("Comets")
    use(output, old)
    search.find("galaxies")
    expect(search.options.first).to_contain_text("The reflector")


def an_index_of_another_version_asks_to_reload(search: Search, output: Path, old: Path) -> None:
    use(output, old)
    manifest = output / "assets/search/index.json"
    manifest.write_text(re.sub(r'"format":\d+', '"format":999', manifest.read_text()))
    search.goto("installation").open()
    search.input.fill("dome")
    expect(search.status).to_have_text("This site has changed since the page was loaded.")
    use(output, old)
    search.page.get_by_role("button", name="Reload the page").click()
    search.page.wait_for_load_state("networkidle")
    search.open().find("dome")
    expect(search.options.first).to_be_visible()


def a_host_that_sends_a_page_for_missing_files(search: Search, output: Path, old: Path) -> None:
    use(output, old)
    search.goto("installation").open()
    for path in (output / "assets/search").glob("terms-*"):
        path.write_text("<!doctype html><title>Not found</title>")
    search.input.fill("dome")
    expect(search.status).to_have_text("This site has changed since the page was loaded.")
    use(output, old)


def a_search_without_a_network_says_so(search: Search) -> None:
    search.goto("installation")
    search.page.context.set_offline(True)
    search.open()
    expect(search.status).to_have_text("The search could not be loaded.")
    search.page.context.set_offline(False)
    search.page.keyboard.press("Escape")
    search.open().find("dome")
    expect(search.options.first).to_be_visible()


def a_site_without_search_has_no_button(browser: Browser, folder: Path) -> None:
    site = folder / "mute"
    shutil.copytree(ROOT / "Tests/Fixtures/observatory", site)
    with (site / "docgen.yml").open("a", encoding="utf-8") as file:
        file.write("search: false\n")
    docgen("build", site, "--output", folder / "mute-output", "--quiet")
    assert not list((folder / "mute-output").rglob("*search*"))
    page = browser.new_page()
    page.goto(StaticServer({BASE: folder / "mute-output"}).origin + BASE)
    expect(page.get_by_text("Search")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("dialog")).to_have_count(0)
    page.close()


def use(output: Path, site: Path) -> None:
    """Publishes a built site in place of another."""
    for path in output.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(site, output, dirs_exist_ok=True)


def main() -> None:
    expect.set_options(timeout=PATIENCE)
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        fixture = ROOT / "Tests/Fixtures/observatory"
        docgen("build", fixture, "--output", folder / "old", "--quiet")
        shutil.copytree(fixture, folder / "newer")
        (folder / "newer/docs/comets.md").write_text("# Comets\n\nA comet has a tail.\n", encoding="utf-8")
        docgen("build", folder / "newer", "--output", folder / "new", "--quiet")
        docgen("build", ROOT / "Tests/Fixtures/garden", "--output", folder / "garden", "--quiet")
        output = folder / "output"
        shutil.copytree(folder / "old", output)
        server = StaticServer({BASE: output})
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])

        def run(test, *arguments: object, tolerates: str = "") -> None:
            """A test on a page of its own, whose console must stay silent but for what is meant."""
            context = browser.new_context()
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            said: list[str] = []
            page.on("console", lambda message: said.append(message.text)
                    if message.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: said.append(str(error)))
            test(Search(page, server), *arguments)
            said = [text for text in said if not tolerates or tolerates not in text]
            assert said == [], said
            context.close()
            print(f"{test.__name__} passed", flush=True)

        if "--write-rankings" in sys.argv:
            page = browser.new_page()
            search = Search(page, server).goto()
            rows = [ranking(search, locale, query) for locale, query in RANKINGS]
            write_rankings(vectors, rows)
            return
        run(vectors_hold, vectors)
        run(rankings_hold, vectors)
        for test in (
            nothing_is_loaded_before_it_is_opened,
            it_opens_by_button_and_keys_and_gives_the_focus_back,
            a_slash_is_typed_where_one_types, the_focus_stays_in_the_dialog,
            arrows_move_and_enter_opens, the_input_is_a_combobox, what_is_typed_need_not_be_exact,
            pages_can_be_left_out, results_say_where_they_are,
            words_are_marked_until_they_are_cleared, recent_searches_are_offered,
            a_query_in_the_address_is_searched, only_the_last_text_counts,
            enter_waits_for_what_was_typed, results_come_at_once, every_locale_has_its_own,
        ):
            run(test)
        missing = "Failed to load resource"
        run(a_site_that_was_published_anew_is_still_searched, output, folder / "old", folder / "new",
            tolerates=missing)
        run(an_index_of_another_version_asks_to_reload, output, folder / "old")
        run(a_host_that_sends_a_page_for_missing_files, output, folder / "old", tolerates=missing)
        run(a_search_without_a_network_says_so, tolerates=missing)
        for test, *arguments in (
            (it_works_from_right_to_left, StaticServer({"/handbook/": folder / "garden"})),
            (without_a_script_the_button_leads_to_all_pages, server),
            (a_site_without_search_has_no_button, folder),
        ):
            test(browser, *arguments)
            print(f"{test.__name__} passed", flush=True)
        browser.close()


def write_rankings(vectors: dict, rows: list[dict]) -> None:
    vectors["rankings"] = rows
    lines = []
    for key, value in vectors.items():
        if isinstance(value, list):
            items = ",\n".join("    " + json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f'  "{key}": [\n{items}\n  ]')
        else:
            lines.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    VECTORS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

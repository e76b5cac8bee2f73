#!/usr/bin/env python3
"""`docgen serve` as a program: its port, its terminal, how it ends, what it takes over a long day."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from preview import PATIENCE, TITLE, Events, Preview, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/docgen").resolve()
EDITS = 1_000


def make_site(preview: Preview) -> None:
    preview.write("docgen.yml", "title: Orchard\nlocales: {en: {}, de: {}}\n")
    preview.write("docs/index.md", TITLE.format("Start", 1) + "Welcome.\n")
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "Sweet fruit.\n")
    preview.write("docs/pear.md", TITLE.format("Pear", 3) + "[Nowhere](./nowhere.md)\n")
    preview.write("docs/locales/de/plum.md", TITLE.format("Pflaume", 2) + "Süß.\n")
    preview.write("static/robots.txt", "User-agent: *\n")


def a_taken_port_is_explained(preview: Preview) -> None:
    preview.start()
    second = subprocess.run([PROGRAM, "serve", preview.folder, "--port", str(preview.port)],
                            capture_output=True, text=True, timeout=PATIENCE)
    assert second.returncode == 2, second
    for words in ("serve/port-in-use", f"port {preview.port}", "--port auto"):
        assert words in second.stderr, second.stderr


def auto_takes_the_next_port(preview: Preview) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 3000))
            taken.listen()
        except OSError:
            pass  # Somebody else's then, which is as good.
        preview.start("--port", "auto")
        assert 3000 < preview.port < 3100, preview.port
        assert preview.get("/plum")[0] == 200


def others_are_let_in_with_a_warning(preview: Preview) -> None:
    preview.start("--host", "0.0.0.0")
    assert "warning: other machines" in preview.output(), preview.output()
    assert preview.get("/plum", host=f"127.0.0.1:{preview.port}")[0] == 200
    assert preview.get("/plum", host=f"evil.example:{preview.port}")[0] == 421


def control_c_ends_it_at_once(preview: Preview) -> None:
    preview.start().wait_until_ready()
    events = Events(preview, "/plum")
    idle = socket.create_connection(("127.0.0.1", preview.port))
    seconds = preview.stop()
    assert seconds < 5, f"it took {seconds:.1f} s"
    idle.close()
    events.close()
    preview.start()
    preview.stop()  # While the site is read.


def state(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.rglob("*")}


def nothing_is_written(preview: Preview) -> None:
    before = state(preview.folder)
    preview.start().wait_until_ready()
    assert preview.get("/plum")[0] == preview.get("/de/plum")[0] == 200
    assert preview.get("/nosuch")[0] == 404
    preview.stop()
    assert state(preview.folder) == before


def the_terminal_shows_what_has_changed(preview: Preview) -> None:
    preview.start().wait_until_ready()
    wait_for("the broken link", lambda: "nowhere.md" in preview.output())
    preview.write("docs/plum.md", "---\ntitle: [\n---\n\nBroken.\n")
    wait_for("the error", lambda: "docs/plum.md:3" in preview.output())
    assert "Sweet fruit." in preview.get("/plum")[2], "the last good page is gone"
    preview.write("docs/plum.md", TITLE.format("Plum", 2) + "Mended.\n")
    wait_for("the end of the error", lambda: "mended: docs/plum.md:3" in preview.output())
    assert preview.output().count("link/unknown-file") == 1, preview.output()
    preview.write("docs/pear.md", TITLE.format("Pear", 3) + "Nothing.\n")
    wait_for("no findings", lambda: "No findings are left." in preview.output())


def findings_lead_to_the_editor(preview: Preview) -> None:
    preview.start(DOCGEN_EDITOR="zed").wait_until_ready()
    events = Events(preview, "/pear")
    finding = json.loads(events.next("findings"))[0]
    assert finding["editor"] == f"zed://file{preview.folder}/docs/pear.md:6:11", finding
    events.close()


def the_browser_is_opened(preview: Preview) -> None:
    preview.write("bin/xdg-open", '#!/bin/sh\nprintf "%s" "$1" >"${0%/*}/opened"\n')
    (preview.folder / "bin/xdg-open").chmod(0o755)
    opened = preview.folder / "bin/opened"
    preview.start("--open", PATH=f"{preview.folder}/bin:{os.environ['PATH']}")
    wait_for("the browser", lambda: opened.exists() and opened.read_text() == preview.url("/"))


def all_that_a_site_is_made_of_is_watched(preview: Preview) -> None:
    preview.write("templates/partials/footer.html", "<footer>Old</footer>\n")
    preview.write("data/fruit.json", "{}")
    preview.write("docs/locales/de/_locale.yml", "label: Deutsch\n")
    preview.write("docs/care/_category_.yml", "label: Care\n")
    preview.write("docs/care/water.md", "# Water\n")
    preview.start().wait_until_ready()
    for name, text in [
        ("docs/care/water.md", "# Watering\n"), ("docs/locales/de/plum.md", "# Zwetschge\n"),
        ("docs/locales/de/_locale.yml", "label: Auf Deutsch\n"),
        ("docs/care/_category_.yml", "label: Nursing\n"),
        ("templates/partials/footer.html", "<footer>New</footer>\n"),
        ("data/fruit.json", '{"best": "fig"}'), ("static/robots.txt", "User-agent: a\n"),
        ("docgen.yml", "title: Grove\nlocales: {en: {}, de: {}}\n"),
    ]:
        preview.write(name, text)
        wait_for(f"a build for {name}, in {preview.output()}", lambda: f"\n{name}" in preview.output())
    text = preview.get("/plum")[2]
    for words in ("<footer>New</footer>", "Grove", "Auf Deutsch", "Nursing"):
        assert words in text, words


def sidebars_of_docusaurus_are_watched(preview: Preview) -> None:
    (preview.folder / "docgen.yml").unlink()
    preview.write("docusaurus.config.ts", "export default { title: 'Orchard', url: 'https://a.example', baseUrl: '/', "
                  "presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.ts' } }]] };\n")
    preview.write("sidebars.ts", "export default { main: ['index', 'plum'] };\n")
    preview.start().wait_until_ready()
    preview.write("sidebars.ts", "export default { main: ['index', 'plum', "
                  "{ type: 'link', label: 'Elsewhere', href: 'https://b.example' }] };\n")
    wait_for("the new entry", lambda: "Elsewhere" in preview.get("/plum")[2])


def a_branch_is_one_build(preview: Preview) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-C", preview.folder, "-c", "user.name=A", "-c", "user.email=a@example.org",
             *arguments], check=True, capture_output=True)

    for number in range(100):
        preview.write(f"docs/many/{number}.md", f"# Page {number}\n\nAt home.\n")
    git("init", "--initial-branch", "home")
    git("add", ".")
    git("commit", "--message", "Home")
    git("switch", "--create", "away")
    for number in range(100):
        preview.write(f"docs/many/{number}.md", f"# Page {number}\n\nFar away.\n")
    git("commit", "--all", "--message", "Away")
    preview.start().wait_until_ready()
    builds = []
    for branch, words in [("home", "At home."), ("away", "Far away.")] * 2:
        before = preview.rebuilds()
        git("switch", branch)
        for number in range(100):
            wait_for(f"page {number} of {branch}",
                     lambda: words in preview.get(f"/many/{number}")[2])
        builds.append(preview.rebuilds() - before)
    # On a machine that stands still for a while in between, a change may come in two parts.
    assert min(builds) == 1, builds


def without_watches_it_looks(preview: Preview) -> None:
    for limit, value, words in [
        ("max_inotify_watches", 2, "max_user_watches"),
        ("max_inotify_instances", 0, "no more inotify instances"),
    ]:
        runner = ("unshare", "--user", "--map-root-user", "sh", "-c",
                  f'echo {value} > /proc/sys/user/{limit} && exec "$@"', "sh")
        if subprocess.run([*runner, "true"], capture_output=True).returncode != 0:
            print(f"     skipped: the kernel lets nobody here set {limit}")
            continue
        preview.start(before=runner).wait_until_ready()
        assert "folders are looked through" in preview.output(), preview.output()
        assert words in preview.output(), preview.output()
        events = Events(preview, "/plum")
        preview.write("docs/plum.md", TITLE.format("Plum", 2) + f"Seen without {limit}.\n")
        events.next("page")
        assert f"Seen without {limit}." in preview.get("/plum")[2]
        events.close()
        preview.stop()


def a_long_day_takes_no_more(preview: Preview) -> None:
    preview.start().wait_until_ready()
    events = Events(preview, "/plum")

    def edit(number: int) -> None:
        kind = ("Plum", f"Plum {number}")[number % 10 == 0]
        preview.write("docs/plum.md", TITLE.format(kind, 2) + f"Edit {number}.\n")
        events.next("page")

    for number in range(10):
        edit(number)
    early = usage(preview.process.pid)
    for number in range(10, EDITS):
        edit(number)
    late = usage(preview.process.pid)
    assert early[1:] == late[1:], f"descriptors and watches: {early[1:]}, then {late[1:]}"
    growth = late[0] / early[0]
    print(f"     {early[0]} KB after 10 edits, {late[0]} KB after {EDITS}")
    assert growth <= 1.1, f"{growth:.2f} times the memory"
    events.close()


def usage(pid: int) -> tuple[int, int, int]:
    """Resident memory in KB, open descriptors, watched folders."""
    process = Path(f"/proc/{pid}")
    memory = next(line for line in (process / "status").read_text().splitlines() if "VmRSS" in line)
    files = list((process / "fd").iterdir())
    watches = sum((process / "fdinfo" / file.name).read_text().count("inotify wd") for file in files)
    return int(memory.split()[1]), len(files), watches


def slow_requests_are_given_up(preview: Preview) -> None:
    preview.start()
    slow = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(100)]
    for connection in slow:
        connection.sendall(b"GET /plum HT")
    assert preview.get("/plum")[0] == 200
    for connection in slow:
        connection.settimeout(PATIENCE)
        assert connection.recv(1_000).startswith(b"HTTP/1.1 408 ")
        connection.close()


STEPS = [
    a_taken_port_is_explained, auto_takes_the_next_port, others_are_let_in_with_a_warning,
    control_c_ends_it_at_once, nothing_is_written, the_terminal_shows_what_has_changed,
    findings_lead_to_the_editor, all_that_a_site_is_made_of_is_watched,
    sidebars_of_docusaurus_are_watched, a_branch_is_one_build, slow_requests_are_given_up,
]
if sys.platform == "linux":
    STEPS += [the_browser_is_opened, without_watches_it_looks, a_long_day_takes_no_more]


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="docgen-serve-")).resolve()
    try:
        for number, step in enumerate(STEPS):
            preview = Preview(PROGRAM, folder / str(number))
            make_site(preview)
            try:
                step(preview)
            finally:
                if preview.process.poll() is None:
                    preview.process.kill()
                    preview.process.wait()
            print(f"ok   {step.__name__.replace('_', ' ')}", flush=True)
    finally:
        shutil.rmtree(folder)


main()

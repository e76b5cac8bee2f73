#!/usr/bin/env python3
"""`docgen check --external` against a server of its own on this machine, which answers in every way
that servers do.

    test_external.py DOCGEN

docgen-external is expected beside DOCGEN. Nothing is asked for outside of this machine.
"""

import collections
import http.server
import json
import os
import pathlib
import resource
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time

PAGE = b'<!doctype html><html lang="en"><title>P</title><h1 id="there">A</h1><a name="old">b</a>' \
    b'<p id="user-content-readme">c</p>'


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def send(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def answer(self):
        server = self.server
        path = self.path
        with server.lock:
            server.requests[(self.command, path)] += 1
            server.headers_seen.append(dict(self.headers))
            count = server.requests[(self.command, path)]
        try:
            self.play(path, count)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def play(self, path, count):
        port = self.server.server_address[1]
        if path.startswith("/slow/"):
            with self.server.lock:
                self.server.running += 1
                self.server.most = max(self.server.most, self.server.running)
            time.sleep(0.15)
            # Before the answer, for the next question may come sooner than this goes on.
            with self.server.lock:
                self.server.running -= 1
            self.send(200)
        elif path == "/moved":
            self.send(301, Location="/fine")
        elif path == "/found" or path.startswith("/found/"):
            self.send(302, Location="/fine")
        elif path == "/loop":
            self.send(302, Location="/loop2")
        elif path == "/loop2":
            self.send(302, Location="/loop")
        elif path == "/inward":
            self.send(302, Location=f"http://127.0.0.1:{port}/fine")
        elif path == "/elsewhere":
            self.send(302, Location="ftp://127.0.0.1/x")
        elif path == "/missing":
            self.send(404)
        elif path == "/gone":
            self.send(410)
        elif path == "/busy":
            with self.server.lock:
                self.server.times.append(time.monotonic())
            self.send(429, Retry_After="1") if count == 1 else self.send(200)
        elif path == "/always-busy":
            self.send(429, Retry_After="86400")
        elif path == "/shaky":
            self.send(500) if count == 1 else self.send(200)
        elif path == "/broken":
            self.send(500)
        elif path == "/hangs":
            self.server.stop.wait(30)
            self.send(200)
        elif path == "/huge":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(PAGE)
                for _ in range(400):
                    self.wfile.write(b"x" * (1 << 20))
                    self.server.sent += 1 << 20
            self.close_connection = True
        elif path == "/drip":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            while self.command == "GET" and not self.server.stop.wait(0.2):
                self.wfile.write(b"<p>")
            self.close_connection = True
        elif path == "/no-head":
            self.send(405 if self.command == "HEAD" else 200)
        elif path == "/drops-head":
            if self.command == "HEAD":
                self.close_connection = True
                self.connection.close()
            else:
                self.send(200)
        elif path == "/forbidden":
            self.send(403)
        elif path == "/asks-for-password":
            self.send(401, WWW_Authenticate='Basic realm="x"')
        elif path == "/page":
            self.send(200, PAGE, Content_Type="text/html; charset=utf-8")
        elif path == "/text":
            self.send(200, b"no page", Content_Type="text/plain")
        else:
            self.send(200)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, certificate=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.stop = threading.Event()
        self.requests = collections.Counter()
        self.headers_seen, self.times = [], []
        self.running = self.most = self.sent = 0
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        pass

    @property
    def port(self):
        return self.server_address[1]


def self_signed(folder):
    path = folder / "server.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-keyout", path, "-out", folder / "certificate.pem"],
        check=True, capture_output=True)
    path.write_text(path.read_text() + (folder / "certificate.pem").read_text())
    return path


FAILURES = []


def expect(condition, words):
    if not condition:
        FAILURES.append(words)
        print("failed:", words)


def site(folder, links, config=""):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "docgen.yml").write_text("title: Links\n" + config)
    lines = "".join(f"- [link]({link})\n" for link in links)
    (folder / "docs/index.md").write_text("# Links\n\n" + lines)


def check(docgen, folder, *options):
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    run = subprocess.run(
        [docgen, "check", folder, "--external", "--no-git", "--only", "external", "--format", "json",
         *options], capture_output=True, env=environment, check=False, timeout=240)
    expect(run.returncode in (0, 1), f"exit code {run.returncode}: {run.stderr.decode()}")
    found = collections.defaultdict(list)
    for finding in json.loads(run.stdout)["diagnostics"]:
        found[finding["location"]["line"] - 3].append((finding["code"], finding["message"]))
    return found, run


def every_answer(docgen, work):
    server, secure = Server(), Server(self_signed(work))
    base = f"http://localhost:{server.port}"
    dead = Server()
    dead_port = dead.port
    dead.shutdown()
    dead.server_close()
    cases = [
        (f"{base}/fine", None), (f"{base}/moved", "external/moved"), (f"{base}/found", None),
        (f"{base}/loop", "external/redirect-circle"), (f"{base}/missing", "external/not-found"),
        (f"{base}/gone", "external/not-found"), (f"{base}/busy", None),
        (f"{base}/always-busy", "external/refused"), (f"{base}/shaky", None),
        (f"{base}/broken", "external/failed"), (f"{base}/hangs", "external/unreachable"),
        (f"{base}/huge#there", None), (f"{base}/no-head", None), (f"{base}/drops-head", None),
        (f"{base}/forbidden", "external/refused"),
        (f"{base}/asks-for-password", "external/refused"), (f"{base}/page#there", None),
        (f"{base}/page#old", None), (f"{base}/page#readme", None),
        (f"{base}/page#nowhere", "external/unknown-anchor"), (f"{base}/text#any", None),
        (f"{base}/elsewhere", "external/malformed"),
        (f"https://localhost:{secure.port}/fine", "external/insecure"),
        (f"http://localhost:{dead_port}/", "external/unreachable"),
        (f"http://name:secret@localhost:{server.port}/with-password", None),
        (f"{base}/inward", "external/private"),
        (f"http://127.0.0.1:{server.port}/fine", "external/private"),
        (f"http://[::1]:{server.port}/fine", "external/private"),
        (f"http://0x7f.1:{server.port}/fine", "external/private"),
        ("http://", "external/malformed"), ("https:/foo/bar", "external/malformed"),
        ("http:nohost", "external/malformed"), ("<http://exa mple/x>", "external/malformed"),
        ("http://localhost:123456/", "external/malformed"),
        (f"{base}/ignored/a/b", None), ("http://skipped.invalid/x", None),
    ]
    folder = work / "site"
    config = ("external:\n  timeout: 3\n  retries: 2\n"
              f"  ignore: ['http://localhost:{server.port}/ignored/**']\n"
              "  hosts: { localhost: { private: true }, '*.invalid': { skip: true } }\n")
    site(folder, [link for link, _ in cases], config)
    start = time.monotonic()
    found, run = check(docgen, folder)
    spent = time.monotonic() - start
    for number, (link, code) in enumerate(cases):
        codes = [c for c, _ in found.get(number, [])]
        expect(codes == ([code] if code else []), f"{link}: {codes}, not {code}")
    expect(run.returncode == 1, "a page that is gone is an error")
    asked = server.requests
    expect(asked[("HEAD", "/fine")] >= 1, "HEAD comes first")
    expect(asked[("GET", "/no-head")] == 1, "GET comes where HEAD is refused")
    expect(asked[("GET", "/page")] == 1 and asked[("HEAD", "/page")] == 0,
           "a page is read once for all of its fragments")
    expect(not any("ignored" in path for _, path in asked), "what is ignored is not asked for")
    expect(asked[("HEAD", "/broken")] + asked[("GET", "/broken")] >= 3, "a failure is tried again")
    expect(asked[("HEAD", "/always-busy")] == 1, "nobody waits for a day")
    expect(len(server.times) == 2 and server.times[1] - server.times[0] >= 0.95,
           "Retry-After is waited for")
    sent = [name.lower() for headers in server.headers_seen for name in headers]
    expect("authorization" not in sent and "cookie" not in sent, "credentials are never sent")
    expect(asked[("HEAD", "/with-password")] == 1, "the link is asked for without its password")
    server.stop.set()
    print(f"{len(cases)} links of every kind in {spent:.1f} s")


def redirects(docgen, work):
    """They stay in order, however the threads fall."""
    server = Server()
    folder = work / "redirects"
    site(folder, [f"http://{name}:{server.port}/found/{n}"
                  for name in ("localhost", "127.0.0.1") for n in range(150)])
    found, _ = check(docgen, folder, "--allow-private")
    expect(not found, f"nothing is wrong: {dict(found)}")


def limits(docgen, work):
    server = Server()
    folder = work / "many"
    names = ["localhost", "127.0.0.1"]
    links = [f"http://{names[n % 2]}:{server.port}/slow/{n}" for n in range(40)]
    site(folder, links)
    found, _ = check(docgen, folder, "--allow-private")
    expect(not found, f"nothing is wrong: {dict(found)}")
    expect(server.most <= 4, f"two at once of each host, not {server.most}")
    expect(server.most >= 2, "more than one at once")
    # A second run believes what the first has found, and a broken link is asked for again.
    before = sum(server.requests.values())
    check(docgen, folder, "--allow-private")
    expect(sum(server.requests.values()) == before, "good answers are kept")
    check(docgen, folder, "--allow-private", "--external-cache", "")
    expect(sum(server.requests.values()) == 2 * before, "without a cache all are asked for")
    cache = folder / ".docgen-external.json"
    data = json.loads(cache.read_text())
    for entry in data["links"].values():
        entry["at"] -= 8 * 86_400
    cache.write_text(json.dumps(data))
    check(docgen, folder, "--allow-private")
    expect(sum(server.requests.values()) == 3 * before, "a week later it is asked for again")
    run = subprocess.run([docgen, "check", folder, "--external", "--allow-private", "--no-git"],
                         capture_output=True, text=True, check=False, timeout=240)
    expect("localhost" in run.stdout and "20" in run.stdout and "known" in run.stdout,
           f"a summary by host: {run.stdout}")
    print(f"{len(links)} links of two hosts, at most {server.most} at once")


def effort(docgen, work):
    """Neither a page without an end nor a server that is silent costs much."""
    server = Server()
    folder = work / "effort"
    base = f"http://127.0.0.1:{server.port}"
    site(folder, [f"{base}/huge#a", f"{base}/hangs", f"{base}/drip#a"],
         "external: { timeout: 5, retries: 0 }\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    found, _ = check(docgen, folder, "--allow-private")
    spent = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    server.stop.set()
    expect(not found.get(0), f"what is too long may have anything: {found.get(0)}")
    for number in (1, 2):
        codes = [code for code, _ in found.get(number, [])]
        expect(codes == ["external/unreachable"], f"no answer in time: {codes}")
    expect(server.sent < 100 << 20, f"{server.sent >> 20} MB of a page were fetched")
    # Of the largest child until now.
    expect(after.ru_maxrss < 300_000, f"a program had {after.ru_maxrss} kB")
    expect(processor < 2, f"waiting took {processor:.1f} s of the processor")
    expect(spent < 15, f"it took {spent:.1f} s")
    print(f"waited {spent:.1f} s with {processor:.1f} s of the processor, "
          f"{server.sent >> 20} MB sent, at most {after.ru_maxrss >> 10} MB")


def passwords(docgen, work):
    """No report shows one."""
    server = Server()
    folder = work / "passwords"
    site(folder, [f"http://name:secret@127.0.0.1:{server.port}/gone", "http://name:secret@"])
    for form in ("human", "json", "github", "sarif"):
        run = subprocess.run(
            [docgen, "check", folder, "--external", "--allow-private", "--no-git", "--format", form],
            capture_output=True, text=True, check=False, timeout=240)
        shown = run.stdout + run.stderr
        expect("secret" not in shown and "external/not-found" in shown
               and "external/malformed" in shown and "name:***@" in shown, f"{form}: {shown}")


def places(docgen, work):
    """docgen-external is looked for beside docgen."""
    server = Server()
    folder = work / "places"
    site(folder, [f"http://127.0.0.1:{server.port}/ok"])
    copy = work / "tools/bin/docgen"
    copy.parent.mkdir(parents=True)
    shutil.copy(docgen, copy)
    beside = work / "tools/bin/docgen-external"

    def codes():
        run = subprocess.run(
            [copy, "check", folder, "--external", "--allow-private", "--external-cache", "",
             "--format", "json"], capture_output=True, text=True)
        found = json.loads(run.stdout)
        return run.returncode, [one["code"] for one in found["diagnostics"]
                                if one["code"].startswith("external/")]

    expect(codes() == (1, ["external/no-program"]), f"without docgen-external: {codes()}")
    beside.write_text("#!/bin/sh\nexit 3\n")
    beside.chmod(0o755)
    expect(codes() == (1, ["external/program-failed"]), f"with one that fails: {codes()}")
    beside.write_text(f'#!/bin/sh\nexec "{docgen.parent}/docgen-external"\n')
    expect(codes() == (0, []), f"with one that works: {codes()}")


def main():
    docgen = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as work:
        effort(docgen, pathlib.Path(work))
        every_answer(docgen, pathlib.Path(work))
        redirects(docgen, pathlib.Path(work))
        limits(docgen, pathlib.Path(work))
        passwords(docgen, pathlib.Path(work))
        places(docgen, pathlib.Path(work))
    sys.exit(1 if FAILURES else 0)


if __name__ == "__main__":
    main()

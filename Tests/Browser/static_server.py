"""A static host for tests: a folder below a path, text compressed, what it sent counted."""

import functools
import gzip
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css",
    ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
    ".wasm": "application/wasm", ".md": "text/markdown; charset=utf-8",
}


@functools.lru_cache(maxsize=4_000)
def compressed(path: Path, modified: int) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class StaticServer:
    """`folders` maps paths of the host, longest first, to folders."""

    def __init__(self, folders: dict[str, Path]) -> None:
        self.folders = folders
        self.log: list[tuple[str, int]] = []
        server = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"

    def file(self, url: str) -> Path | None:
        path = unquote(urlsplit(url).path)
        for base, folder in self.folders.items():
            if path.startswith(base):
                found = folder / path[len(base):]
                if found.is_dir():
                    found = found / "index.html"
                if not found.suffix:
                    found = found.with_suffix(".html")
                return found if found.is_file() else None
        return None

    def answer(self, request: SimpleHTTPRequestHandler) -> None:
        path = self.file(request.path)
        if request.path == "/favicon.ico":
            request.send_response(204)
            request.end_headers()
            return
        if path is None:
            self.log.append((request.path, 0))
            request.send_error(404)
            return
        kind = TYPES.get(path.suffix)
        body = compressed(path, path.stat().st_mtime_ns) if kind else path.read_bytes()
        request.send_response(200)
        request.send_header("Content-Type", kind or "application/octet-stream")
        if kind:
            request.send_header("Content-Encoding", "gzip")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        self.log.append((request.path, len(body)))
        try:
            request.wfile.write(body)
        except BrokenPipeError:
            pass  # The reader has left the page.

    def take_log(self) -> list[tuple[str, int]]:
        log, self.log = self.log, []
        return log

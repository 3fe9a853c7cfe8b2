"""A server that behaves as the host does: the site below a path, folders by index, one page for lost addresses."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

MAIN = "/repo/"
PREVIEW = "/repo/previews/pr-7/"

Answer = tuple[int, dict[str, str], bytes]


def answer(folder: Path, path: str) -> Answer:
    """Return status, headers and body for *path*, with the site in *folder* at the root and as a preview."""
    inner = next((path.removeprefix(base) for base in (PREVIEW, MAIN) if path.startswith(base)), None)
    if inner is None:
        return 404, {"Content-Type": "text/plain"}, b"no site of ours here"
    file = (folder / inner).resolve()
    if not file.is_relative_to(folder.resolve()):
        return 404, {"Content-Type": "text/plain"}, b"outside"
    if file.is_dir() and not (path.endswith("/")):
        return 301, {"Location": f"{path}/"}, b""
    if file.is_dir():
        file /= "index.html"
    if file.is_file():
        return 200, {"Content-Type": guess_type(file.name)[0] or "application/octet-stream"}, file.read_bytes()
    return 404, {"Content-Type": "text/html"}, (folder / "404.html").read_bytes()  # main's, at any depth


@contextmanager
def serving(folder: Callable[[], Path]) -> Iterator[str]:
    """Serve the site that *folder* returns and give the address of the host, without a closing slash."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers, body = answer(folder(), unquote(urlsplit(self.path).path))
            if "gzip" in self.headers.get("Accept-Encoding", "") and len(body) > 1000:
                body = gzip.compress(body, 6, mtime=0)
                headers = {**headers, "Content-Encoding": "gzip"}
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""A web server on this machine that serves one file, well or badly."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Files:
    """What the server has, and how it behaves.

    `breaks` are numbers of bytes after which a connection is cut, one for each request. `tag` tells
    this version of the file from others; without `ranges` the server cannot go on in the middle.
    """

    def __init__(self, content, *, breaks=(), tag='"1"', ranges=True, status=200, says=None):
        self.content = content
        self.breaks = list(breaks)
        self.tag = tag
        self.ranges = ranges
        self.status = status
        self.says = says
        self.asked = []
        self.location = ""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        files = self.server.files
        files.asked.append(self.headers.get("range", ""))
        if files.location and self.path != "/there":
            self.send_response(302)
            self.send_header("location", files.location)
            self.send_header("content-length", "0")
            self.end_headers()
            return
        self.give(files)

    def give(self, files):
        start = 0
        if files.ranges and self.headers.get("range") and self.headers["if-range"] == files.tag:
            start = int(self.headers["range"].removeprefix("bytes=").removesuffix("-"))
        if start and start >= len(files.content):
            self.send_response(416)
            self.send_header("content-length", "0")
            self.end_headers()
            return
        body = files.content[start:]
        self.send_response(206 if start else files.status)
        if files.tag:
            self.send_header("etag", files.tag)
        self.send_header("content-length", str(files.says or len(body)))
        self.end_headers()
        if files.breaks:
            self.wfile.write(body[: files.breaks.pop(0)])
            self.close_connection = True
        else:
            self.wfile.write(body)

    def log_message(self, *words):
        """Say nothing."""


@contextmanager
def serving(files):
    """The address of the file."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.files = files
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/model.tar.bz2"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

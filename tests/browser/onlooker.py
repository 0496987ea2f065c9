"""A model that sees, as OpenAI's API has it, on another machine: behind a proxy of this one."""

import base64
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from lorgnette.app.pictures import Encoded

ADDRESS = "http://onlooker.example/v1"

PATIENCE = 20.0
"""Seconds that it waits to be told to go on."""


class Onlooker:
    """What the model says, and what it was shown.

    `words` are pieces of the answer; before each but the first it waits until it may `go_on`.
    With a `status` other than 200 it refuses.
    """

    def __init__(self, *words, status=200):
        self.words = words
        self.status = status
        self.asked = []
        self.go_on = threading.Event()

    @property
    def question(self):
        """What it was asked last."""
        return self.asked[-1]["messages"][-1]["content"][-1]["text"]

    def picture(self):
        """The picture it was shown last."""
        address = self.asked[-1]["messages"][-1]["content"][0]["image_url"]["url"]
        return Encoded(base64.b64decode(address.removeprefix("data:image/jpeg;base64,"))).pixels()


class Proxied(BaseHTTPRequestHandler):
    """One request, which says the whole address that it is for."""

    def do_POST(self):
        model = self.server.model
        assert self.path == f"{ADDRESS}/chat/completions"
        model.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(model.status)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        if model.status == 200:
            for number, piece in enumerate(model.words):
                if number and not model.go_on.wait(PATIENCE):
                    return
                self.tell({"choices": [{"delta": {"content": piece}}]})
            self.tell({"choices": [{"delta": {}, "finish_reason": "stop"}]})

    def tell(self, chunk):
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *words):
        """Say nothing."""


@contextmanager
def looking_on(model):
    """The proxy through which the model is asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxied)
    server.model = model
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        model.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()

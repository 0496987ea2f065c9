"""A second machine is let in: pairing, https and revocation, with the commands a user types."""

import contextlib
import hashlib
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request

import anyio
import pytest
from living import RunningHub

from lorgnette.app.doors.addresses import addresses
from lorgnette.link.client import connect
from lorgnette.link.client.glasses import LinkRefused
from lorgnette.link.messages import Bye, Show

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not addresses(), reason="this machine has no address but loopback"),
]

NOTICED = 15.0
"""Seconds within which a revocation has its effect, however busy the machine."""


class Home:
    """A hub that other machines reach, and the commands of whoever runs it."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "lorgnette.toml").write_text("[hub]\ntls_port = 0\n")
        self.environment = {
            **os.environ,
            "LORGNETTE_DATA": str(folder / "data"),
            "LORGNETTE_CONFIG": str(folder / "lorgnette.toml"),
        }
        self.serve()

    def serve(self):
        """Start the hub, again perhaps."""
        self.hub = RunningHub(self.folder, "--tls")
        lines = [self.hub.process.stdout.readline() for _ in range(2)]
        self.url = re.search(r"https://\S+", lines[0])[0]
        self.fingerprint = re.search(r"SHA-256: ([0-9A-F:]{95})", lines[1])[1]
        self.trust = self.pinned()

    def pinned(self):
        """Trust in the one certificate whose fingerprint was printed."""
        host, _, port = self.url.removeprefix("https://").rpartition(":")
        pem = ssl.get_server_certificate((host.strip("[]"), int(port)))
        found = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
        assert found == self.fingerprint.replace(":", "").lower()
        return ssl.create_default_context(cadata=pem)

    @property
    def link(self):
        """Where glasses connect from elsewhere."""
        return self.url.replace("https", "wss") + "/link"

    def command(self, *arguments):
        """A command, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "lorgnette", *arguments],
            capture_output=True, text=True, env=self.environment, timeout=30, check=False,
        )  # fmt: skip

    @contextlib.contextmanager
    def pairing(self, *arguments):
        """`lorgnette pair` while it waits: the process, and the code it shows."""
        process = subprocess.Popen(
            [sys.executable, "-m", "lorgnette", "pair", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment,
        )  # fmt: skip
        try:
            for line in process.stdout:
                if found := re.search(r"Code: (\w{4}-\w{4})", line):
                    yield process, found[1]
                    break
        finally:
            process.kill()
            process.communicate()

    def ask(self, path, body=None, *, token=None, method=None, **headers):
        """What another machine is answered: the status, and what is said."""
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=self.trust)
        )
        try:
            with opener.open(request, timeout=10) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read() or b"null")

    def paired(self, *arguments):
        """A token and a number, for glasses that were paired."""
        with self.pairing(*arguments) as (process, code):
            status, told = self.ask("/pair", {"code": code})
            assert status == 200, told
            assert process.wait(10) == 0
        return told["token"], told["id"]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A hub that other machines reach."""
    home = Home(tmp_path_factory.mktemp("home"))
    yield home
    home.hub.end(signal.SIGKILL)


@pytest.fixture
def own_home(tmp_path):
    """Another, that a test may kill."""
    home = Home(tmp_path)
    yield home
    home.hub.end(signal.SIGKILL)


async def answered(glasses, sentence):
    """The first card that comes for a sentence."""
    glasses.type(sentence)
    with anyio.fail_after(15):
        async for message in glasses:
            if isinstance(message, Show):
                return message.card
    return None


@pytest.mark.asyncio
async def test_a_phone_is_paired_worn_and_revoked(home):
    assert home.ask("/api/me")[0] == 401
    with home.pairing("--wearer", "Anna", "--name", "Anna's phone") as (process, code):
        status, told = home.ask("/pair", {"code": code.lower().replace("-", " ")})
        assert status == 200
        said, _ = process.communicate(timeout=10)
        assert process.returncode == 0
    assert "Anna's phone" in said
    token, number = told["token"], str(told["id"])
    assert home.ask("/api/me", token=token)[1]["wearer"] == "Anna"

    async with connect(home.link, token=token, trust=home.trust) as glasses:
        assert await answered(glasses, "what is two plus two")
        [listed] = home.command("pair", "--list").stdout.splitlines()
        assert "Anna's phone" in listed
        assert home.command("pair", "--rename", number, "Kitchen").returncode == 0

        assert home.command("pair", "--revoke", number).returncode == 0
        with anyio.fail_after(NOTICED):
            async for _ in glasses:
                pass
        assert isinstance(glasses.refusal, Bye)
        assert (glasses.refusal.code, glasses.refusal.retry_after) == ("revoked", None)

    assert home.ask("/api/me", token=token)[0] == 401
    with pytest.raises(LinkRefused, match="not paired"):
        async with connect(home.link, token=token, trust=home.trust):
            pass
    again = home.command("pair", "--revoke", number)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)


def test_pairings_and_the_certificate_outlive_the_hub(own_home):
    token, number = own_home.paired()
    fingerprint = own_home.fingerprint
    assert own_home.hub.end() == 0
    assert own_home.hub.errors.read_text() == ""

    own_home.serve()

    assert own_home.fingerprint == fingerprint
    [mine] = own_home.ask("/api/glasses", token=token)[1]
    assert mine["id"] == number


def test_killed_in_the_middle_of_pairing_everything_is_whole(own_home):
    """Whoever got no token is not paired; whoever is paired can come in."""
    kept = []
    for pause in (0.0, 0.004):
        with own_home.pairing() as (_, code):
            head = f"POST /pair HTTP/1.1\r\nHost: x\r\nContent-Length: {len(code) + 11}\r\n\r\n"
            host, _, port = own_home.url.removeprefix("https://").rpartition(":")
            plain = socket.create_connection((host.strip("[]"), int(port)), 10)
            with own_home.trust.wrap_socket(plain, server_hostname=host.strip("[]")) as stream:
                head = head.replace("Host: x", f"Host: {host}:{port}")
                stream.sendall(f'{head}{{"code":"{code}"}}'.encode())
                time.sleep(pause)
                own_home.hub.end(signal.SIGKILL)
                answer = b""
                with contextlib.suppress(OSError):
                    while piece := stream.recv(4096):
                        answer += piece
            if b"200 OK" in answer:
                kept.append(json.loads(answer.partition(b"\r\n\r\n")[2])["token"])
            own_home.serve()
            own_home.ask("/pair", {"code": code})

    kept.append(own_home.paired()[0])
    for token in kept:
        assert own_home.ask("/api/me", token=token)[0] == 200


def test_a_code_is_withdrawn_with_the_command_that_showed_it(home):
    with home.pairing() as (process, code):
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
        assert process.returncode == 130
        assert errors == ""

    assert home.ask("/pair", {"code": code})[0] == 403


def test_guessing_ends_and_without_a_hub_there_is_nothing_to_pair(own_home):
    with own_home.pairing() as (process, code):
        answers = [own_home.ask("/pair", {"code": "ACDE-FGHJ"})[0] for _ in range(5)]
        assert answers == [403] * 5
        status, told = own_home.ask("/pair", {"code": code})
        assert (status, told["error"]) == (429, "too-much")
        assert process.poll() is None

    own_home.hub.end(signal.SIGKILL)
    done = own_home.command("pair")
    assert done.returncode == 1
    assert done.stderr == (
        "lorgnette: no running hub is reached from other machines: start it with"
        " lorgnette serve --tls\n"
    )
    assert own_home.command("pair", "--list").stdout == "No glasses are paired.\n"


@pytest.mark.asyncio
async def test_a_stolen_token_that_listens_in_hears_no_more(home):
    """A stream that is open when its token is revoked ends at once."""
    token, number = home.paired()
    host, _, port = home.url.removeprefix("https://").rpartition(":")
    lines = f"GET /api/timeline HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {token}"
    async with await anyio.connect_tcp(
        host.strip("[]"), int(port), ssl_context=home.trust, tls_standard_compatible=False
    ) as stream:
        await stream.send(f"{lines}\r\n\r\n".encode())
        with anyio.fail_after(5):
            assert b"200" in await stream.receive()
        home.command("pair", "--revoke", str(number))
        with anyio.fail_after(NOTICED):
            received = b""
            while not received.endswith(b"0\r\n\r\n"):
                received += await stream.receive()
    assert "Traceback" not in home.hub.errors.read_text()


@pytest.mark.asyncio
async def test_pages_of_strangers_cannot_open_the_link(home):
    from websockets.asyncio.client import connect as open_socket
    from websockets.exceptions import InvalidStatus

    for origin in ("https://evil.example", "null", home.url.replace("https", "ftp"), "http://x"):
        with pytest.raises(InvalidStatus, match="403"):
            async with open_socket(home.link, ssl=home.trust, origin=origin, proxy=None):
                pass
    for host in ("evil.example", "192.168.77.77:8461"):
        assert home.ask("/api/me", Host=host)[0] == 403
    async with open_socket(home.link, ssl=home.trust, origin=home.url, proxy=None) as link:
        await link.send('{"type": "dance"}')
        assert "breach" in await link.recv()


def test_whoever_fills_the_entrance_does_not_lock_the_owner_out(home):
    host, _, port = home.url.removeprefix("https://").rpartition(":")
    with contextlib.ExitStack() as held:
        for _ in range(60):
            with contextlib.suppress(OSError):
                plain = held.enter_context(
                    socket.create_connection((host.strip("[]"), int(port)), 5)
                )
                held.enter_context(home.trust.wrap_socket(plain, server_hostname=host.strip("[]")))
        for noise in (b"\0" * 100, b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01" * 30):
            with socket.create_connection((host.strip("[]"), int(port)), 5) as plain:
                plain.sendall(noise)
        with urllib.request.urlopen(home.hub.address + "/api/me", timeout=5) as answer:
            assert json.load(answer)["wearer"] == "owner"
    for _ in range(50):
        with contextlib.suppress(OSError):
            if home.ask("/api/me")[0] == 401:
                break
        time.sleep(0.2)
    else:
        pytest.fail("there is no room although everybody left")
    assert home.hub.errors.read_text() == ""

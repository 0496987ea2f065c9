"""The page: served to this machine only, with headers that keep it alone."""

import re

import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.web.page import STATIC, Guard

HEADERS = st.lists(
    st.tuples(
        st.sampled_from([b"host", b"origin", b"x-other"]),
        st.binary(max_size=30)
        | st.sampled_from([b"127.0.0.1", b"localhost:80", b"http://localhost", b"evil.example"]),
    ),
    max_size=4,
)


async def passed(headers, kind="http", hosts=()):
    """The status a request gets from an application that says 200, and its headers."""
    sent = []

    async def application(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": b"inside"})

    async def send(message):
        sent.append(message)

    scope = {"type": kind, "headers": headers, "method": "GET", "path": "/"}
    await Guard(application, hosts)(scope, None, send)
    return sent[0]["status"], dict(sent[0]["headers"])


@given(HEADERS)
def test_any_headers_are_let_in_or_refused(headers):
    status, _ = trio.run(passed, headers)

    hosts = [value for name, value in headers if name == b"host"]
    origins = [value for name, value in headers if name == b"origin"]
    if status == 200:
        assert hosts
        assert all(re.match(rb"(?i)[^/]*(127\.|localhost|\[?::1)", host) for host in hosts)
        assert all(b"evil" not in value for value in hosts + origins)
    else:
        assert status == 403


@pytest.mark.parametrize("hosts", [(), ("glasses.home",)])
async def test_a_name_must_be_known(hosts):
    status, _ = await passed([(b"host", b"glasses.home")], hosts=hosts)

    assert status == (200 if hosts else 403)


async def test_headers_are_added_to_what_the_page_says():
    _, headers = await passed([(b"host", b"localhost")])

    assert headers[b"x"] == b"y"
    assert b"frame-ancestors 'none'" in headers[b"content-security-policy"]


async def test_the_link_is_checked_where_it_is_accepted():
    assert (await passed([], kind="websocket"))[0] == 200


def test_the_page_asks_nobody_else_for_anything():
    for file in STATIC.iterdir():
        text = file.read_text(encoding="utf-8")
        assert not re.findall(r"https?://(?!www\.w3\.org)", text), file
        assert "innerHTML" not in text, file
        assert "eval(" not in text, file
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert "onclick" not in page
    assert not re.search(r"<script(?![^>]*src=)", page)


def test_both_languages_have_the_same_words():
    words = (STATIC / "words.js").read_text(encoding="utf-8")
    english, chinese = words.split("zh: {")

    assert re.findall(r"^    (\w+):", english, re.MULTILINE) == re.findall(
        r"^    (\w+):", chinese, re.MULTILINE
    )

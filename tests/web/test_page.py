"""The guard before the page: who may ask, and headers that keep the page alone."""

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

LOCAL = (b"host", b"localhost:8460")


async def passed(headers, kind="http", path="/", **names):
    """The status a request gets from an application that says 200, and its headers."""
    sent = []

    async def application(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": b"inside"})

    async def send(message):
        sent.append(message)

    scope = {"type": kind, "headers": headers, "method": "GET", "path": path}
    await Guard(application, **names)(scope, None, send)
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


async def test_a_name_must_be_known_and_may_become_known():
    names = set()

    assert (await passed([(b"host", b"glasses.home")], hosts=names))[0] == 403
    names.add("glasses.home")
    assert (await passed([(b"host", b"glasses.home")], hosts=names))[0] == 200


async def test_a_page_of_another_origin_gets_nothing():
    for origin in (b"http://localhost:3000", b"https://evil.example", b"null"):
        assert (await passed([LOCAL, (b"origin", origin)]))[0] == 403
    proxied = [LOCAL, (b"origin", b"https://glasses.home")]
    assert (await passed(proxied))[0] == 403
    assert (await passed(proxied, origins=("https://glasses.home",)))[0] == 200


@pytest.mark.parametrize(
    ("path", "site", "status"),
    [
        ("/api/me", b"cross-site", 403),
        ("/pair", b"cross-site", 403),
        ("/api/export", b"same-site", 403),
        ("/api/me", b"same-origin", 200),
        ("/api/me", b"none", 200),
        ("/", b"cross-site", 200),
    ],
)
async def test_a_link_from_elsewhere_opens_the_page_and_nothing_else(path, site, status):
    assert (await passed([LOCAL, (b"sec-fetch-site", site)], path=path))[0] == status


@pytest.mark.parametrize("headers", [[LOCAL], [(b"host", b"evil.example")]])
async def test_headers_are_added_to_everything_that_is_said(headers):
    _, said = await passed(headers)

    policy = said[b"content-security-policy"].decode()
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    for rule in ("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"):
        assert rule in policy
    assert b"microphone=(self)" in said[b"permissions-policy"]
    assert b"usb=()" in said[b"permissions-policy"]
    assert said[b"cross-origin-opener-policy"] == b"same-origin"
    assert said[b"cross-origin-resource-policy"] == b"same-origin"
    assert said[b"x-content-type-options"] == b"nosniff"
    assert said[b"referrer-policy"] == b"no-referrer"
    assert b"strict-transport-security" not in said


@pytest.mark.parametrize(
    ("path", "keep"),
    [("/", b"no-cache"), ("/static/app.js", b"no-cache"), ("/api/turns", b"no-store")],
)
async def test_what_is_the_wearers_is_not_kept_by_the_browser(path, keep):
    assert (await passed([LOCAL], path=path))[1][b"cache-control"] == keep


async def test_what_the_application_says_stays():
    assert (await passed([LOCAL]))[1][b"x"] == b"y"


async def test_the_link_is_checked_where_it_is_accepted():
    assert (await passed([], kind="websocket"))[0] == 200


def test_the_page_asks_nobody_else_for_anything():
    scripts = [file for file in STATIC.rglob("*") if file.suffix in (".js", ".css", ".html")]
    assert scripts
    for file in scripts:
        text = file.read_text(encoding="utf-8")
        assert not re.findall(r"https?://(?!www\.w3\.org)[\w-]+\.", text), file
        assert not re.search(r"innerHTML|\beval\(|new Function|document\.write", text), file
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"\son\w+=|\sstyle=", page)
    assert not re.search(r"<script(?![^>]*src=)", page)

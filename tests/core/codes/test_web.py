"""Addresses, and hosts that pretend to be others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import WebAddress
from lorgnette.core.codes.web import page, web_address

LABELS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)
HOSTS = st.builds("{}.{}.example".format, LABELS, LABELS)


@pytest.mark.parametrize(
    ("address", "host", "doubt"),
    [
        ("https://bank.example@evil.example/", "evil.example", "credentials"),
        ("https://bank.example:443@evil.example/", "evil.example", "credentials"),
        ("https://\u0430pple.com/", "xn--pple-43d.com", "look-alike"),
        ("https://xn--pple-43d.com/", "xn--pple-43d.com", "look-alike"),
        ("https://\u1ea1pple.com/", "xn--pple-4q5a.com", "look-alike"),
        ("https://\u0261oogle.com/", "xn--oogle-qmc.com", "look-alike"),
        ("https://wıkipedia.example/", "xn--wkipedia-tkb.example", "look-alike"),
        ("https://a.example\u30cepath.evil.jp/", "a.xn--examplepath-8e5j.evil.jp", "look-alike"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.com/", "xn--80ak6aa92e.com", "look-alike"),
        ("https://xn--a/", "xn--a", "look-alike"),
        ("https://192.168.1.1/", "192.168.1.1", "number"),
        ("https://3232235777/", "3232235777", "number"),
        ("https://0x7f.1/", "0x7f.1", "number"),
        ("https://[2001:db8::1]/", "2001:db8::1", "number"),
        ("http://example.org", "example.org", "insecure"),
    ],
)  # fmt: skip
def test_doubtful_addresses_are_shown_as_what_they_are(address, host, doubt):
    assert web_address(address) == WebAddress(address, host, (doubt,))


@pytest.mark.parametrize(
    "host", ["münchen.de", "faß.de", "例子.cn", "日本語.jp", "佐々木.jp", "한국.kr"]
)
def test_honest_letters_are_shown(host):
    assert web_address(f"https://{host}/") == WebAddress(f"https://{host}/", host)


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("\uff45xample.org", "example.org"),
        ("example\u3002org", "example.org"),
        ("ex\u00adample.org", None),
        ("EXAMPLE.org.", "example.org"),
        ("BÜCHER.example", "bücher.example"),
    ],
)
def test_the_host_is_that_of_a_browser(written, host):
    found = web_address(f"https://{written}/")
    assert (found and found.host) == host


@pytest.mark.parametrize(
    "text",
    [
        "https://evil.example\\@good.example/",
        "https:\\\\evil.example/",
        "https://example.org/\u202egnp.exe",
        "https://example.org/\x00",
        "https://example .org/",
        "https://ex%61mple.org/",
        "https://exa<mple.org/",
        "https://\u2100.example/",
        "https://example.org:99999999/",
        "https://[::1/",
        "https://[fe80::1%25eth0",
        "https://.example",
        "https://a..b/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 130}example/",
        f"https://example.org/{'a' * 4_000}",
        "https:///example.org",
        "https:example.org",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)//https://example.org",
        "",
    ],
)
def test_what_is_no_address_or_two_at_once_is_none(text):
    assert web_address(text) is None


def test_people_leave_out_the_scheme():
    assert page("example.org/a") == WebAddress("https://example.org/a", "example.org")
    assert page("javascript:alert(1)") is None
    assert page("example.org:80") is None


@given(HOSTS, st.text(max_size=20), st.text(max_size=20))
def test_whatever_stands_around_it_the_host_is_the_real_one(host, before, after):
    found = web_address(f"https://{host}/{after}")
    assert found is None or found.host == host
    found = web_address(f"https://{before}@{host}/")
    cut = any(mark in before for mark in "/?#")
    assert found is None or cut or (found.host == host and "credentials" in found.doubts)


@given(st.text(min_size=1, max_size=12))
def test_a_host_shows_nothing_that_imitates(label):
    found = web_address(f"https://{label}.example/")
    if found is not None and "look-alike" not in found.doubts:
        foreign = [char for char in found.host if not char.isascii()]
        latin = any(char.isascii() and char.isalpha() for char in found.host.split(".")[0])
        assert found.host.isprintable()
        assert not latin or all(char < "\u017f" for char in foreign)

"""Codes that only wallets can open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Wallet
from lorgnette.core.codes.wallets import wallet


@pytest.mark.parametrize(
    ("text", "name", "payer"),
    [
        ("https://qr.alipay.com/fkx123", "alipay", False),
        ("HTTPS://QR.ALIPAY.COM/FKX123", "alipay", False),
        ("alipays://platformapi/startapp?appId=1", "alipay", False),
        ("weixin://wxpay/bizpayurl?sr=x", "wechat", False),
        ("wxp://f2f0abc", "wechat", False),
        ("https://qr.95516.com/00010000/62", "unionpay", False),
        ("134567890123456789", "wechat", True),
        ("2812345678901234", "alipay", True),
        ("301234567890123456789012", "alipay", True),
    ],
)
def test_wallets(text, name, payer):
    assert wallet(text) == Wallet(name, text, payer)


@pytest.mark.parametrize(
    "text",
    [
        "https://qr.alipay.com.evil.example/fkx123",
        "https://qr.alipay.com@evil.example/fkx123",
        "https://evil.example/https://qr.alipay.com/fkx123",
        "https://qr.alipay.com/",
        "http://qr.alipay.com/fkx123",
        "weixin://dl/chat",
        "164567890123456789",
        "13456789012345678",
        "１34567890123456789",
        "",
    ],
)
def test_what_is_nobodys(text):
    assert wallet(text) is None


@given(st.text(max_size=40))
def test_only_the_wallets_own_hosts_are_theirs(host):
    found = wallet(f"https://{host}/fkx123")
    assert found is None or host.lower() in ("qr.95516.com", "qr.alipay.com") or "/" in host

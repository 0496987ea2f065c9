"""Codes of wallets, which only they can open: payee and amount are nowhere in them.

Forms as in the wallets' own documents; those of UnionPay and of Alipay's payers are not confirmed.
"""

import re
from typing import Final

from lorgnette.core.codes.code import Symbology
from lorgnette.core.codes.contents import Wallet

_FORMS: Final = (
    ("alipay", re.compile(r"https://qr\.alipay\.com/\w+.*", re.IGNORECASE | re.ASCII), False),
    ("alipay", re.compile(r"alipays?://.+", re.IGNORECASE | re.ASCII), False),
    ("wechat", re.compile(r"weixin://wxpay/.+", re.IGNORECASE | re.ASCII), False),
    ("wechat", re.compile(r"wxp://.+", re.IGNORECASE | re.ASCII), False),
    ("unionpay", re.compile(r"https://qr\.95516\.com/.+", re.IGNORECASE | re.ASCII), False),
    ("wechat", re.compile(r"1[0-5]\d{16}", re.ASCII), True),
    ("alipay", re.compile(r"(?:2[5-9]|30)\d{14,22}", re.ASCII), True),
)
"""The wallet, the form of its codes, and whether they are the payer's."""

PAYERS: Final = frozenset({Symbology.QR, Symbology.CODE_128})
"""How wallets show a payer's code; a long number in another kind is some parcel's."""


def wallet(text: str) -> Wallet | None:
    """Whose code it is; None when it is no wallet's."""
    for name, form, payer in _FORMS:
        if form.fullmatch(text):
            return Wallet(name, text, payer)
    return None

"""What codes say: known ones of every kind, and anything at all."""

import datetime as dt

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lorgnette.core.codes import (
    BoardingPass,
    Book,
    Code,
    Contact,
    Event,
    Leg,
    Mail,
    Message,
    Payment,
    Phone,
    Place,
    Plain,
    Product,
    Symbology,
    Wallet,
    WebAddress,
    Wifi,
    understand,
)
from lorgnette.core.codes.emv import crc
from lorgnette.core.pictures import Box

BOX = Box(((0, 0), (9, 0), (9, 9), (0, 9)))
PASS = "M1DOE/JANE            E       YULFRAAC 0834 326          100"
CODE = "0002011501152044111530315658" + "02CN5904SHOP6007BEIJING6304"
CODE += crc(CODE)


def qr(text):
    return understand(Code(Symbology.QR, text, BOX))


def label(text, symbology=Symbology.DATABAR_EXPANDED):
    return understand(Code(symbology, text, BOX, gs1=True))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("https://example.org/a?b=c", WebAddress("https://example.org/a?b=c", "example.org")),
        ("HTTP://EXAMPLE.ORG", WebAddress("HTTP://EXAMPLE.ORG", "example.org", ("insecure",))),
        ("www.example.org/x", WebAddress("https://www.example.org/x", "www.example.org")),
        ("WIFI:T:WPA;S:Café;P:secret;;", Wifi("Café", "secret", "WPA")),
        ("BEGIN:VCARD\nFN:Jane\nTEL:1\nEND:VCARD", Contact("Jane", ("1",))),
        ("MECARD:N:Jane;;", Contact("Jane")),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tea\nDTSTART:20270612\nEND:VEVENT",
            Event("Tea", dt.date(2027, 6, 12)),
        ),
        ("geo:52.5,13.4", Place(52.5, 13.4)),
        ("tel:+4930901820", Phone("+4930901820")),
        (" sms:10086?body=hi\n", Message("10086", "hi")),
        ("mailto:a@b.org", Mail("a@b.org")),
        (CODE, Payment("SHOP", "BEIJING", "CN", "CNY", "4111", accounts=(("15", "1"),))),
        (CODE[:-1] + "?", Plain(CODE[:-1] + "?")),
        ("https://qr.alipay.com/fkx123", Wallet("alipay", "https://qr.alipay.com/fkx123")),
        (PASS, BoardingPass("Jane Doe", (Leg("AC", "834", "YUL", "FRA", 326, status="1"),))),
        ("https://id.example.org/01/09506000134352", Product("9506000134352")),
        ("just words", Plain("just words")),
        ("", Plain("")),
    ],
)
def test_codes_of_every_kind(text, content):
    assert qr(text) == content


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        ("data:text/html,hello", "data"),
        ("tel:*%2306%23", "tel"),
        ("\x01java\nscript:alert(1)", "javascript"),
        ("https://evil.example\\@good.example/", "https"),
        ("intent://scan/#Intent;end", "intent"),
        ("https://", "https"),
    ],
)
def test_orders_to_a_computer_are_only_words(text, scheme):
    found = qr(text)
    assert isinstance(found, Plain)
    assert found.scheme == scheme


def test_what_does_not_show_is_taken_out_and_told():
    assert qr("pay \u202eecilA\u202c now") == Plain("pay ecilA now", hidden=True)
    assert qr("tab\tand\nline") == Plain("tab and\nline")


def test_labels_of_goods():
    assert label("0109506000134352") == Product("9506000134352")
    assert label("\x1d010950600013435210AB\x1d21X") == Product("9506000134352", "X", "AB")
    assert label("0112345678901234") == Plain("0112345678901234")
    assert label("09506000134352") == Product("9506000134352")


def test_a_long_number_is_a_payers_only_where_wallets_show_one():
    number = "134567890123456789"
    assert qr(number) == Wallet("wechat", number, payer=True)
    assert understand(Code(Symbology.ITF, number, BOX)) == Plain(number)


def test_numbers_of_products_and_books():
    def number(symbology, text):
        return understand(Code(symbology, text, BOX))

    assert number(Symbology.EAN_13, "3017620422003") == Product("3017620422003")
    assert number(Symbology.UPC_A, "036000291452") == Product("0036000291452")
    assert number(Symbology.UPC_E, "04252614") == Product("0042100005264")
    assert number(Symbology.EAN_13, "2012345678903") == Product("2012345678903", internal=True)
    assert number(Symbology.EAN_13, "9780306406157") == Book("9780306406157")
    assert number(Symbology.EAN_13, "9771234567003") == Book("9771234567003", magazine=True)
    assert number(Symbology.EAN_13, "3017620422004") == Plain("3017620422004")
    assert number(Symbology.ITF, "15400141288763") == Product("15400141288763")


PIECES = st.sampled_from(
    [
        "WIFI:", "T:WPA;", "S:", "P:", "\\", ";", ":", "MECARD:N:", "BEGIN:VCARD\n", "N:a;b\n",
        "TEL:", "BEGIN:VEVENT\n", "DTSTART:", "20270230T250000Z", "tel:", "geo:", "nan,inf",
        "90,180", "mailto:", "a@b.c", "?body=%", "%zz", "http://", "https://[", "xn--", "xn--a-",
        "000201", "26", "63040000", "M1", PASS, "01", "0109506000134352", "\x1d", "17", "99",
        "\u202e", "\ud800", "٣", "１", "/01/", "smsto:", "..", "@", "=\n",
    ]
)  # fmt: skip


@given(
    st.lists(PIECES | st.text(max_size=6), max_size=10).map("".join),
    st.sampled_from(list(Symbology)),
    st.booleans(),
)
@example("https://\u2100.example", Symbology.QR, False)
@example("https://a:99999999/", Symbology.QR, False)
def test_anything_is_understood_as_something(text, symbology, gs1):
    content = understand(Code(symbology, text, BOX, gs1=gs1))
    if isinstance(content, Plain):
        assert "\x00" not in content.text
        assert "\u202e" not in content.text
    if isinstance(content, WebAddress):
        assert content.host
        assert " " not in content.host
    if isinstance(content, Phone | Message):
        assert set(content.number) <= set("+0123456789")
    msgspec.json.encode(content)


def test_half_a_character_is_none():
    assert qr("WIFI:S:\ud800;;") == Wifi("?")
    assert qr("000201\ud80063040000") == Plain("000201?63040000")

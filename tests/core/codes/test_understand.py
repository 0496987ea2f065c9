"""What codes say: known ones of every kind, and anything at all."""

import datetime as dt

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
from lorgnette.core.pictures import Box

BOX = Box(((0, 0), (9, 0), (9, 9), (0, 9)))
PASS = "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 100"


def qr(text):
    return understand(Code(Symbology.QR, text, BOX))


def label(text, symbology=Symbology.DATABAR_EXPANDED):
    return understand(Code(symbology, text, BOX, gs1=True))


VCARD = """BEGIN:VCARD
VERSION:3.0
N:Doe;Jane;;;
FN:Jane Doe
item1.TEL;TYPE=CELL:+49 151 1234567
TEL;VALUE=uri:tel:+49-30-901820
EMAIL:jane@example.org
ORG:Example\\, Inc.;Optics
ADR;TYPE=WORK:;;Main Street 1;Berlin;;10115;Germany
URL:https://example.org
END:VCARD"""

ICAL = """BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Summer
  concert
DTSTART:20270612T180000Z
DTEND;TZID=Europe/Berlin:20270612T220000
LOCATION:Park\\, stage 2
END:VEVENT
END:VCALENDAR"""


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("https://example.org/a?b=c", WebAddress("https://example.org/a?b=c", "example.org")),
        ("HTTP://EXAMPLE.ORG", WebAddress("HTTP://EXAMPLE.ORG", "example.org", ("insecure",))),
        ("www.example.org/x", WebAddress("https://www.example.org/x", "www.example.org")),
        ("WIFI:T:WPA;S:Café;P:pass\\;word;;", Wifi("Café", "pass;word", "WPA")),
        ("WIFI:S:open house;T:nopass;;", Wifi("open house")),
        ('wifi:S:"abcdef";P:secret;H:true;', Wifi("abcdef", "secret", "WPA", hidden=True)),
        ("tel:+49 (30) 901820", Phone("+4930901820")),
        ("SMSTO:+4915112345:see you: at 8", Message("+4915112345", "see you: at 8")),
        ("sms:10086?body=hello%20there", Message("10086", "hello there")),
        ("mailto:a@b.org?subject=Hi&body=x%26y", Mail("a@b.org", "Hi", "x&y")),
        ("MATMSG:TO:a@b.org;SUB:Hi;BODY:text;;", Mail("a@b.org", "Hi", "text")),
        ("geo:52.5163,13.3777?q=Brandenburg Gate", Place(52.5163, 13.3777, "Brandenburg Gate")),
        ("geo:52.5,13.4,30;u=35", Place(52.5, 13.4)),
        ("geo:0,0?q=1,2(Home)", Place(0, 0, "Home")),
        ("just words", Plain("just words")),
        ("https://qr.alipay.com/fkx123", Wallet("alipay", "https://qr.alipay.com/fkx123")),
        ("weixin://wxpay/bizpayurl?sr=x", Wallet("wechat", "weixin://wxpay/bizpayurl?sr=x")),
        ("134567890123456789", Wallet("wechat", "134567890123456789", payer=True)),
        ("2812345678901234", Wallet("alipay", "2812345678901234", payer=True)),
        (
            "MECARD:N:王,小明;TEL:13800138000;EMAIL:x@y.cn;;",
            Contact("王小明", ("13800138000",), ("x@y.cn",)),
        ),
        (
            "https://id.example.org/x/01/09506000134352/10/ABC%2F1/21/12?17=271200",
            Product("9506000134352", "12", "ABC/1", dt.date(2027, 12, 31)),
        ),
        (
            PASS,
            BoardingPass(
                "Luc Desmarais",
                (Leg("AC", "834", "YUL", "FRA", 326, "1A", "25", "ABC123", "J"),),
            ),
        ),
    ],
)
def test_codes_of_every_kind(text, content):
    assert qr(text) == content


def test_a_person_of_a_vcard():
    assert qr(VCARD) == Contact(
        "Jane Doe",
        ("+49 151 1234567", "+49-30-901820"),
        ("jane@example.org",),
        "Example, Inc., Optics",
        "Main Street 1, Berlin, 10115, Germany",
        "https://example.org",
    )


def test_a_vcard_of_an_old_telephone():
    old = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Kai\n"
    assert qr(old + "TEL:123\nEND:VCARD") == Contact("Kai Müller", ("123",))


def test_an_event():
    assert qr(ICAL) == Event(
        "Summer concert",
        dt.datetime(2027, 6, 12, 18, tzinfo=dt.UTC),
        dt.datetime.fromisoformat("2027-06-12T22:00"),
        "Park, stage 2",
    )


@pytest.mark.parametrize(
    ("address", "host", "doubt"),
    [
        ("https://bank.example@evil.example/", "evil.example", "credentials"),
        ("https://\u0430pple.com/", "xn--pple-43d.com", "look-alike"),
        ("https://xn--pple-43d.com/", "xn--pple-43d.com", "look-alike"),
        ("https://192.168.1.1/", "192.168.1.1", "number"),
        ("https://3232235777/", "3232235777", "number"),
        ("https://[2001:db8::1]/", "2001:db8::1", "number"),
    ],
)
def test_doubtful_addresses_are_shown_as_what_they_are(address, host, doubt):
    page = qr(address)
    assert page.host == host
    assert doubt in page.doubts


@pytest.mark.parametrize("host", ["münchen.de", "例子.cn", "日本語.jp"])
def test_honest_letters_are_shown(host):
    assert qr(f"https://{host}/") == WebAddress(f"https://{host}/", host)


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        ("data:text/html,hello", "data"),
        ("tel:*#06#,,,1;ext=javascript", "tel"),
        ("intent://scan/#Intent;end", "intent"),
        ("https://", "https"),
        ("https:// spaced.example", "https"),
    ],
)
def test_orders_to_a_computer_are_only_words(text, scheme):
    found = qr(text)
    assert isinstance(found, Plain)
    assert found.scheme == scheme


def test_what_does_not_show_is_taken_out_and_told():
    assert qr("pay \u202eecilA\u202c now") == Plain("pay ecilA now", hidden=True)
    assert qr("tab\tand\nline") == Plain("tab and\nline")


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("0109506000134352", Product("9506000134352")),
        ("010950600013435217271231", Product("9506000134352", expires=dt.date(2027, 12, 31))),
        (
            "010950600013435210AB\x1d3103001750",
            Product("9506000134352", lot="AB", weight=1750.0),
        ),
        (
            "01950600013435263922123",
            Plain("01950600013435263922123"),
        ),
        ("0109506000134352" + "3922" + "1234", Product("9506000134352", price=1234)),
        (
            "0109506000134352" + "3932" + "978" + "450",
            Product("9506000134352", price=450, currency="EUR"),
        ),
        ("0112345678901234", Plain("0112345678901234")),
    ],
)
def test_labels_of_goods(text, goods):
    assert label(text) == goods


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


def test_two_legs_are_two_flights():
    leg = "ABC123 FRALHRLH 0900 327Y012C0007 100"
    told = qr("M2" + PASS[2:] + leg)
    assert [(each.origin, each.destination) for each in told.legs] == [
        ("YUL", "FRA"), ("FRA", "LHR")
    ]  # fmt: skip


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
    if isinstance(content, Place):
        assert -90 <= content.latitude <= 90
    if isinstance(content, WebAddress):
        assert content.host
        assert " " not in content.host
    if isinstance(content, Phone | Message):
        assert set(content.number) <= set("+*#0123456789")

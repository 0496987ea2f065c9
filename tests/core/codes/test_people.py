"""People and firms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Contact
from lorgnette.core.codes.people import contact

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


def test_a_person_of_a_vcard():
    assert contact(VCARD) == Contact(
        "Jane Doe",
        ("+49 151 1234567", "+49-30-901820"),
        ("jane@example.org",),
        "Example, Inc., Optics",
        "Main Street 1, Berlin, 10115, Germany",
        "https://example.org",
    )


@pytest.mark.parametrize(
    "name",
    [
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Kai",
        "N;QUOTED-PRINTABLE:M=C3=BC=\nller;Kai",
        "FN:Kai \n Müller",
        "fn;language=de:Kai Müller",
    ],
)
def test_every_version_has_its_ways(name):
    assert contact(f"BEGIN:VCARD\nVERSION:2.1\n{name}\nTEL:123\nEND:VCARD") == Contact(
        "Kai Müller", ("123",)
    )


def test_a_firm_has_no_name_of_its_own():
    assert contact("BEGIN:VCARD\nORG:Optics\nEND:VCARD") == Contact("Optics", organisation="Optics")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "MECARD:N:王,小明;TEL:13800138000;EMAIL:x@y.cn;;",
            Contact("王小明", ("13800138000",), ("x@y.cn",)),
        ),
        ("mecard:N:Doe\\:X,Jane;URL:example.org;;", Contact("Jane Doe:X", website="https://example.org")),
        ("MECARD:TEL:1;TEL:2;;", Contact("", ("1", "2"))),
        ("MECARD:NOTE:x;;", None),
        ("BEGIN:VCARD\nEND:VCARD", None),
        ("BEGIN:VCALENDAR", None),
    ],
)  # fmt: skip
def test_short_ones(text, person):
    assert contact(text) == person


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a\\@b.c"])
def test_a_website_is_a_page_or_none(url):
    assert contact(f"BEGIN:VCARD\nFN:Jane\nURL:{url}\nEND:VCARD") == Contact("Jane")


def test_nobody_has_a_thousand_numbers():
    assert len(contact("BEGIN:VCARD\nFN:x\n" + "TEL:1\n" * 1_000).phones) == 10


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20)


@given(NAMES)
def test_a_name_is_as_it_was_written(name):
    escaped = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    found = contact(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{escaped}\r\nTEL:1\r\nEND:VCARD\r\n")
    assert found == Contact(name.strip(), ("1",))


@given(
    st.text(max_size=60),
    st.sampled_from(["MECARD:", "BEGIN:VCARD\n", "BEGIN:VCARD\nN;QUOTED-PRINTABLE:"]),
)
def test_anything_is_somebody_or_nobody(rest, begin):
    found = contact(begin + rest.encode(errors="replace").decode())
    assert found is None or found.name or found.phones

"""Short orders to a telephone."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Mail, Message, Phone, Place
from lorgnette.core.codes.schemes import short_order

NUMBERS = st.from_regex(r"\+?[0-9]{2,15}", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("tel:+49 (30) 901820", Phone("+4930901820")),
        ("TEL:%2B4930-901820", Phone("+4930901820")),
        ("tel:+4930901820;ext=5", Phone("+4930901820")),
        ("SMSTO:+4915112345:see you: at 8", Message("+4915112345", "see you: at 8")),
        ("smsto:123:are you there?", Message("123", "are you there?")),
        ("sms:10086?body=hello%20there", Message("10086", "hello there")),
        ("sms:10086?body=at:%208?", Message("10086", "at: 8?")),
        ("sms:10086", Message("10086")),
        ("mailto:a@b.org?subject=Hi&body=x%26y", Mail("a@b.org", "Hi", "x&y")),
        ("mailto:a@b.org?SUBJECT=1+1", Mail("a@b.org", "1+1")),
        ("mailto:?to=a@b.org", Mail("a@b.org")),
        ("MATMSG:TO:a@b.org;SUB:Hi\\; you;BODY:text;;", Mail("a@b.org", "Hi; you", "text")),
        ("geo:52.5163,13.3777?q=Brandenburg Gate", Place(52.5163, 13.3777, "Brandenburg Gate")),
        ("geo:52.5,13.4,30;u=35", Place(52.5, 13.4)),
        ("geo:0,0?q=1.5,-2(At home)", Place(1.5, -2.0, "At home")),
        ("geo:0,0?q=Main+Street%201", Place(None, None, "Main Street 1")),
        ("geo:0,0", Place(0, 0)),
    ],
)
def test_orders(text, content):
    assert short_order(text) == content


@pytest.mark.parametrize(
    "text",
    [
        "tel:*%2306%23",
        "tel:**21*5551234%23",
        "tel:123,,9",
        "tel:１２３",
        "tel:1",
        "tel:" + "1" * 21,
        "tel:",
        "sms:+123,+456?body=x",
        "smsto:*100#:x",
        "mailto:a@b.org,c@d.org",
        "mailto:nobody",
        "matmsg:SUB:x;;",
        "geo:91,0",
        "geo:0,181",
        "geo:0,0?q=91,0(x)",
        "geo:nan,inf",
        "geo:1_0,2e1",
        "geo:1,2x",
        "geo:1",
        "fax:123",
        "tel",
    ],
)
def test_what_is_none_or_would_do_more_is_left_alone(text):
    assert short_order(text) is None


@given(NUMBERS, WORDS)
def test_a_message_is_as_it_was_written(number, words):
    assert short_order(f"sms:{number}?body={quote(words)}") == Message(number, words)
    assert short_order(f"smsto:{number}:{words}") == Message(number, words)


@given(WORDS, WORDS)
def test_a_mail_is_as_it_was_written(subject, body):
    text = f"mailto:a@b.org?subject={quote(subject)}&body={quote(body)}"
    assert short_order(text) == Mail("a@b.org", subject, body)


@given(st.decimals(-90, 90, places=6), st.decimals(-180, 180, places=6))
def test_a_place_is_where_it_was(latitude, longitude):
    expected = Place(float(latitude), float(longitude))
    assert short_order(f"geo:{latitude:f},{longitude:f}") == expected
    assert short_order(f"geo:0,0?q={latitude:f},{longitude:f}") == expected


@given(st.sampled_from(["tel", "sms", "smsto", "mailto", "matmsg", "geo"]), st.text(max_size=40))
def test_anything_is_something_or_nothing(scheme, rest):
    found = short_order(f"{scheme}:{rest}")
    if isinstance(found, Phone | Message):
        assert set(found.number) <= set("+0123456789")
    if isinstance(found, Place) and found.latitude is not None:
        assert abs(found.latitude) <= 90 >= abs(found.longitude) / 2

"""Payment codes of merchants: known ones, and everything that is a little wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Payment
from lorgnette.core.codes.emv import Refused, crc, payment, total


def field(name, value):
    return f"{name}{len(value):02}{value}"


PARTS = {
    "00": "01",
    "01": "12",
    "26": field("00", "D15600000000") + field("01", "A93FO3230Q"),
    "52": "4111",
    "53": "156",
    "54": "23.72",
    "58": "CN",
    "59": "BEST TRANSPORT",
    "60": "BEIJING",
}


def written(**changes):
    """A code, with some fields changed, added, or left out when they are None."""
    told = {**PARTS, **{name[1:]: value for name, value in changes.items()}}
    body = "".join(field(name, value) for name, value in told.items() if value is not None)
    return (whole := body + "6304") + crc(whole)


def test_the_check_is_that_of_the_standard():
    assert crc("123456789") == "29B1"


def test_a_code_is_read():
    assert payment(written()) == Payment(
        "BEST TRANSPORT",
        "BEIJING",
        "CN",
        "CNY",
        "4111",
        2372,
        once=True,
        accounts=(("D15600000000", PARTS["26"]),),
    )


def test_without_an_amount_the_payer_says_it():
    asked = payment(written(_54=None, _01="11"))
    assert (asked.amount, asked.once) == (None, False)
    assert total(asked) is None
    assert total(asked, 500) == 500


def test_an_amount_that_differs_stops_everything():
    with pytest.raises(Refused):
        total(payment(written()), 2371)
    assert total(payment(written()), 2372) == 2372


@pytest.mark.parametrize(
    ("changes", "sum_of_it"),
    [
        ({"_55": "02", "_56": "1.50"}, 2522),
        ({"_55": "03", "_57": "10"}, 2609),
        ({"_55": "03", "_57": "00.01"}, 2372),
        ({"_55": "01"}, 2372),
        ({"_53": "392", "_54": "500"}, 500),
        ({"_54": "98."}, 9800),
    ],
)
def test_fees_are_added(changes, sum_of_it):
    assert total(payment(written(**changes))) == sum_of_it


def test_length_counts_characters():
    local = field("00", "ZH") + field("01", "最佳运输") + field("02", "北京")
    assert payment(written(_64=local)).local == ("最佳运输", "北京")


def test_a_reference_is_kept_and_a_question_is_none():
    asked = payment(written(_62=field("01", "***") + field("05", "R7") + field("09", "ME")))
    assert asked.reference == "R7"
    assert asked.asks == ("bill", "mobile", "e-mail")


def test_what_networks_add_for_themselves_is_no_harm():
    assert payment(written(_15="1234", _80=field("00", "org.example") + field("01", "名")))


@pytest.mark.parametrize(
    "changes",
    [
        {"_54": "98,73"},
        {"_54": "3 705"},
        {"_54": "0.00"},
        {"_54": "1.234"},
        {"_54": "-5"},
        {"_54": "１２"},
        {"_53": "392"},
        {"_53": "999"},
        {"_53": None},
        {"_52": None},
        {"_58": "cn"},
        {"_59": None},
        {"_59": "A" * 26},
        {"_60": None},
        {"_26": None},
        {"_26": field("01", "x")},
        {"_01": "13"},
        {"_55": "04"},
        {"_55": "02"},
        {"_56": "1.00"},
        {"_55": "03", "_57": "0"},
        {"_61": "12345678901"},
        {"_65": "reserved"},
        {"_70": "reserved"},
        {"_07": "reserved"},
        {"_17": "reserved"},
        {"_59": "SH\u041eP"},
        {"_59": "SHOP\u202e"},
        {"_59": "  "},
        {"_62": field("12", "reserved")},
        {"_62": field("01", "A" * 26)},
        {"_62": field("09", "AA")},
        {"_62": field("09", "X")},
        {"_62": field("50", field("01", "x"))},
        {"_80": field("01", "x")},
        {"_64": field("00", "ZH") + field("01", "\u200f\u202eshop")},
        {"_64": field("00", "ZH") + field("01", "名" * 26)},
        {"_64": field("00", "ZH") + field("01", "名") + field("02", "市" * 16)},
        {"_64": field("00", "ZH") + field("01", "名") + field("03", "x")},
        {"_64": field("01", "x")},
        {"_62": "0199"},
    ],
)
def test_what_breaks_a_rule_is_no_payment(changes):
    assert payment(written(**changes)) is None


def test_damage_and_additions_are_no_payment():
    code = written()
    assert payment(code) is not None
    assert payment(code + "0") is None
    assert payment(code[:-1] + ("0" if code[-1] != "0" else "1")) is None
    assert payment(code.lower()) is None
    twice = code[:-8] + field("54", "99.00") + "6304"
    assert payment(twice + crc(twice)) is None


@given(st.integers(0, len(written()) - 1), st.characters())
def test_one_wrong_character_is_no_other_payment(place, char):
    code = written()
    damaged = code[:place] + char + code[place + 1 :]
    assert payment(damaged) is None or damaged == code


PRINTED = st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=15)


@given(PRINTED, PRINTED, st.integers(1, 10**10))
def test_a_code_is_as_it_was_written(merchant, city, cents):
    amount = f"{cents // 100}.{cents % 100:02}"
    asked = payment(written(_59=merchant, _60=city, _54=amount))
    printable = "\x7f" not in merchant + city
    assert (asked is not None) == printable
    if asked is not None:
        assert (asked.merchant, asked.city, asked.amount) == (merchant, city, cents)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_anything_is_a_payment_or_none(rest):
    assert payment("000201" + rest + "6304" + crc("000201" + rest + "6304")) is None

"""Codes are read as people type them, and secrets are not kept."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.doors.secrets import (
    ALPHABET,
    LENGTH,
    digest,
    grouped,
    new_code,
    new_token,
    read_code,
)

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
BETWEEN = st.text(" -–—.\u3000\t", max_size=3)


@given(CODES, st.lists(BETWEEN, min_size=LENGTH, max_size=LENGTH), st.booleans())
def test_a_code_is_read_however_it_is_typed(code, between, lower):
    typed = "".join(f"{gap}{letter}" for gap, letter in zip(between, code, strict=True))

    assert read_code(typed.lower() if lower else typed) == code


def test_a_chinese_keyboard_may_stay_on():
    assert read_code("ＡＣＤＥ－ｆｇｈｊ") == "ACDEFGHJ"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_none(typed):
    code = read_code(typed)

    assert code is None or re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", code)


def test_what_is_too_long_or_has_other_letters_is_none():
    assert read_code("ACDEFGHJ" * 1_000) is None
    assert read_code("ACDEFGH0") is None
    assert read_code("ACDEFGH") is None


def test_no_character_looks_like_another():
    for alike in ("0O", "1IL", "2Z", "5S", "8B"):
        assert sum(each in ALPHABET for each in alike) == 0


def test_codes_are_made_as_they_are_read():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert all(read_code(grouped(code)) == code for code in codes)
    assert re.fullmatch(r"\w{4}-\w{4}", grouped(new_code()))


def test_tokens_have_256_bits_and_are_never_the_same():
    tokens = {new_token() for _ in range(100)}

    assert len(tokens) == 100
    assert all(re.fullmatch(r"[\w-]{43}", token) for token in tokens)


@given(st.text(max_size=50))
def test_a_digest_tells_nothing(secret):
    assert re.fullmatch("[0-9a-f]{64}", digest(secret))
    assert digest(secret) == digest(secret)

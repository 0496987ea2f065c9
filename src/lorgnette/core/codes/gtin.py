"""Product numbers: what is one, in one form.

Check digits are those of the GS1 General Specifications, 7.9.1; the form is that of Open Food
Facts: without leading zeros, then padded to 13 digits, except that 8 stay 8.
"""

from typing import Final

LENGTHS: Final = (8, 12, 13, 14)
"""Digits of GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) and GTIN-14 (cartons)."""


def check_digit(digits: str) -> int:
    """The digit that follows these: weights 3, 1, 3, … from the right."""
    return -(3 * sum(map(int, digits[::-2])) + sum(map(int, digits[-2::-2]))) % 10


def is_valid(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    return is_number(digits) and check_digit(digits[:-1]) == int(digits[-1])


def is_number(text: str) -> bool:
    """Whether a text is only digits, as many as a product number has."""
    return len(text) in LENGTHS and text.isascii() and text.isdigit()


def normalised(digits: str) -> str | None:
    """One form for one product: 8 digits or 13, 14 for a carton; None for what is no number."""
    if not is_valid(digits):
        return None
    bare = digits.lstrip("0")
    if not bare:
        return None
    return bare.zfill(8 if len(bare) <= 8 else 13)


def expanded(upce: str) -> str | None:
    """The 12 digits of UPC-A that a UPC-E of 8 stands for; None when it stands for none."""
    if len(upce) != 8 or not (upce.isascii() and upce.isdigit()) or upce[0] not in "01":
        return None
    system, body, last, check = upce[0], upce[1:6], upce[6], upce[7]
    if last in "012":
        whole = f"{system}{body[:2]}{last}0000{body[2:5]}"
    elif last == "3":
        whole = f"{system}{body[:3]}00000{body[3:5]}"
    elif last == "4":
        whole = f"{system}{body[:4]}00000{body[4]}"
    else:
        whole = f"{system}{body}0000{last}"
    return whole + check if check_digit(whole) == int(check) else None


def is_internal(number: str) -> bool:
    """Whether a shop gave this number itself: it means something else elsewhere.

    Of a normalised number. Weight or price may be in it, so no catalogue knows it.
    """
    if len(number) == 8:
        return number[0] in "02"
    return len(number) == 13 and (number[0] == "2" or number[:2] in ("02", "04"))


def is_global(text: str) -> bool:
    """Whether a catalogue of the whole world may know it: a normalised number, not internal."""
    return normalised(text) == text and not is_internal(text)


def is_book(number: str) -> bool:
    """Whether it is an ISBN."""
    return number.startswith(("978", "979")) and not number.startswith("9790")


def is_magazine(number: str) -> bool:
    """Whether it is an ISSN."""
    return number.startswith("977")

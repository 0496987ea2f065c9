"""English numbers: «a hundred and five», «three and a half», «minus two point five», «2.5 million».

Read by one pass from left to right that keeps the value at every word where a number may end.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lorgnette.core.slots.numerals.digits import LIMIT, Numeral, Reading, decimal, plain, whole

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

_VALUES = {word: value for value, word in enumerate(SMALL)} | {
    word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DIGITS = {word: str(value) for value, word in enumerate(SMALL[:10])} | {"oh": "0", "o": "0"}
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6}
_SHARES |= {"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "halves": 2}
_SHARES |= {f"{share}s": parts for share, parts in _SHARES.items() if parts > 2}

DIGIT = f"({'|'.join(SMALL[1:10])})"
BELOW_100 = f"{'|'.join(SMALL)}|({'|'.join(TENS)}) [{DIGIT}]"
MINUTES = f"{'|'.join(SMALL[10:])}|({'|'.join(TENS[:4])}) [{DIGIT}]"
BELOW_1000 = f"[(a|{DIGIT}) hundred [and]] ({BELOW_100})|(a|{DIGIT}) hundred"
WHOLE = f"{BELOW_1000}|[(a|{BELOW_100}) thousand [and]] ({BELOW_1000})"
NUMBER = (
    f"[minus] ({BELOW_1000}) [(thousand|million|billion)|point {DIGIT} [{DIGIT}]"
    "|and a (half|quarter|third)|and three quarters]|[a] half|(a|three) (quarter|quarters)"
    "|(a|two) (third|thirds)"
)


def spelled(value: int) -> str:
    """A number from 0 to 99 in words: `twenty five`."""
    if value < 20:
        return SMALL[value]
    tens, ones = divmod(value, 10)
    return f"{TENS[tens - 2]} {SMALL[ones]}" if ones else TENS[tens - 2]


def table(values: Iterable[int]) -> dict[str, int]:
    """Numbers below 100 by their words."""
    return {spelled(value): value for value in values}


def ordinal(value: int) -> str:
    """A number from 1 to 99 as an ordinal in words: `twenty fifth`."""
    if value < 20:
        return ORDINALS[value - 1]
    tens, ones = divmod(value, 10)
    return f"{TENS[tens - 2]} {ORDINALS[ones - 1]}" if ones else f"{TENS[tens - 2][:-1]}ieth"


def suffixed(value: int) -> str:
    """A number as an ordinal in digits: `1st`, `22nd`, `13th`."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{value}{'th' if value // 10 % 10 == 1 else endings.get(value % 10, 'th')}"


def wholes(words: Sequence[str], at: int) -> list[tuple[int, int]]:
    """Every whole number from zero up that begins at `at`, shortest first."""
    found: list[tuple[int, int]] = []
    total = group = 0  # what earlier scales make, and the number below thousand being said
    room, scale = LIMIT, LIMIT  # what may still be added to the group, and passed as a scale
    joint = False  # «and» may come here
    if _is_a_scale(words, at):
        group, room, at = 1, 0, at + 1
    while at < len(words):
        word = words[at]
        value = _value(word)
        if value is not None and value <= room and (value or not found):
            group, room, joint = group + value, 9 if value >= 20 and word in _VALUES else 0, False
        elif word == "hundred" and 0 < group < 100:
            group, room, joint = group * 100, 99, True
        elif group > 0 and _SCALES.get(word, LIMIT) < scale:
            scale = _SCALES[word]
            total, group, room, joint = total + group * scale, 0, 999, True
        elif word == "and" and joint:
            joint, at = False, at + 1
            continue
        elif word == "dozen" and 0 < group < 100 and not total:
            return [*found, (at + 1, group * 12)]
        else:
            break
        at += 1
        if total + group >= LIMIT:
            break
        found.append((at, total + group))
    return found


def numbers(words: Sequence[str], at: int) -> list[Reading]:
    """Every number that begins at `at`: also negative ones, decimals and fractions."""
    if at >= len(words):
        return []
    if words[at] in ("minus", "negative"):
        return [(end, -value) for end, value in _positive(words, at + 1) if value >= 0]
    return _positive(words, at)


def _positive(words: Sequence[str], at: int) -> list[Reading]:
    if at >= len(words):
        return []
    found: list[Reading] = [*wholes(words, at)]
    exact = decimal(words[at])
    if exact is not None:
        found.append((at + 1, plain(exact)))
    for end, value in tuple(found):
        found += _continued(words, end, value, at)
    return found + (_point(words, at, 0) or _share(words, at))


def _continued(words: Sequence[str], end: int, value: Numeral, at: int) -> list[Reading]:
    """What may follow a number: «point five», «and a half», «quarters», «million»."""
    word = words[end] if end < len(words) else ""
    if word == "point":
        return _point(words, end, value)
    if word == "and":
        return _and_share(words, end, value)
    if isinstance(value, Decimal) and word in _SCALES:
        return [(end + 1, plain(value * _SCALES[word]))]
    share = decimal(word) or 0
    return [(end + 1, value + share)] if 0 < share < 1 and end == at + 1 else []


def _point(words: Sequence[str], at: int, value: Numeral) -> list[Reading]:
    if words[at] != "point":
        return []
    found: list[Reading] = []
    digits = ""
    for word in words[at + 1 : at + 13]:
        digit = _DIGITS.get(word) or (word if word.isdecimal() and word.isascii() else "")
        if not digit or len(digits) + len(digit) > 12:
            break
        digits += digit
        exact = value + Decimal(f"0.{digits}")
        end = at + 1 + len(found) + 1
        found.append((end, plain(exact)))
    if found and found[-1][0] < len(words) and words[found[-1][0]] in _SCALES:
        end, exact_ = found[-1]
        found.append((end + 1, plain(exact_ * _SCALES[words[end]])))
    return found


def _and_share(words: Sequence[str], at: int, value: Numeral) -> list[Reading]:
    """«and a half», «and three quarters»; then perhaps a scale: «two and a half million»."""
    for end, share in _share(words, at + 1)[:1]:
        exact = value + share
        scale = _SCALES.get(words[end]) if end < len(words) else None
        return [(end, exact), (end + 1, plain(exact * scale))] if scale else [(end, exact)]
    return []


def _share(words: Sequence[str], at: int) -> list[Reading]:
    """«half», «a quarter», «two thirds»; «half a million»."""
    pair = (*words[at : at + 2], "", "")[:2]
    if pair[0] == "half":
        following = words[at + 2] if at + 2 < len(words) else ""
        if pair[1] == "a" and _scales(following):
            size = _SCALES.get(following) or _OTHER_SCALES[following]
            return [(at + 1, Decimal("0.5")), (at + 3, plain(Decimal(size) / 2))]
        return [(at + 1, Decimal("0.5"))]
    count = 1 if pair[0] == "a" else _VALUES.get(pair[0]) or whole(pair[0])
    if count and pair[1] in _SHARES:
        return [(at + 2, plain(Decimal(count) / _SHARES[pair[1]]))]
    return []


_OTHER_SCALES = {"hundred": 100, "dozen": 12}


def _scales(word: str) -> bool:
    return word in _SCALES or word in _OTHER_SCALES


def _is_a_scale(words: Sequence[str], at: int) -> bool:
    """«a hundred», «a dozen»; «a» alone is no number."""
    return at + 1 < len(words) and words[at] == "a" and _scales(words[at + 1])


def _value(word: str) -> int | None:
    value = _VALUES.get(word)
    return value if value is not None or word[:1] == "-" else whole(word)

"""Chinese numbers: «一百零五», «三百五», «两万五», «三点五», «五分之三», «负二», «3万», «二零二六».

Read by one pass from left to right that keeps the value at every character where a number may end.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lorgnette.core.slots.numerals.digits import LIMIT, Numeral, Reading, decimal, plain, whole

DIGITS = "零一二三四五六七八九"

_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TENS = {"廿": 2, "卅": 3}
_ZEROS = frozenset("零〇")
_POINTS = frozenset("点點")

_ONES = "|".join(DIGITS[1:])
DIGIT = f"({_ONES})"
MINUTES = f"[零]{DIGIT}|[二|三|四|五]十[{DIGIT}]"
BELOW_100 = f"零|两|{_ONES}|[{_ONES}]十[{_ONES}]"
BELOW_1000 = f"({BELOW_100})|({_ONES}|两)百[[零]({_ONES})|({_ONES})十[{_ONES}]]"
WHOLE = f"{BELOW_1000}|({BELOW_100}|({_ONES}|两)百)[千|万][[零]({BELOW_1000})]"
NUMBER = (
    f"[负]({WHOLE})|[负]({BELOW_1000})点({_ONES}|零)[{_ONES}]|({BELOW_100})个半|[一]半"
    f"|({_ONES})分之({_ONES})"
)


def spelled(value: int) -> str:
    """A number from 0 to 99 in words: `二十五`."""
    tens, ones = divmod(value, 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


def table(values: Iterable[int]) -> dict[str, int]:
    """Numbers below 100 by their words; 2 is also 两."""
    found = {spelled(value): value for value in values}
    return found | {"两": 2} if 2 in found.values() else found


def wholes(words: Sequence[str], at: int) -> list[tuple[int, int]]:
    """Every whole number from zero up that begins at `at`, shortest first."""
    found = _digit_by_digit(words, at)
    known = {end for end, _ in found}
    return found + [reading for reading in _counted(words, at) if reading[0] not in known]


def numbers(words: Sequence[str], at: int) -> list[Reading]:
    """Every number that begins at `at`: also negative ones, decimals and fractions."""
    if at >= len(words):
        return []
    below_zero = tuple(words[at : at + 2]) == ("零", "下")
    if words[at] in ("负", "負") or below_zero:
        return [(end, -value) for end, value in _positive(words, at + 1 + below_zero) if value >= 0]
    return _positive(words, at)


class _Count:
    """A number being counted out: 三百 is 3 and then 百."""

    def __init__(self) -> None:
        self.total = 0  # what the scales 万 and 亿 already make
        self.group = 0  # what 十, 百 and 千 make since then
        self.digit: int | None = None  # the last digit, while no unit has followed it
        self.unit = LIMIT  # the smallest unit so far: only smaller ones may follow
        self.zero = False  # 零 was said: the next digit means just itself

    def take(self, word: str) -> bool:
        """Go on with a word; whether it fits here."""
        if word in _UNITS:
            return self._take_unit(_UNITS[word])
        if word in _SCALES:
            return self._take_scale(_SCALES[word])
        if word in _ZEROS and (self.total or self.group) and self.digit is None:
            self.zero = True
            return True
        if word in _TENS and self.digit is None and self.unit > 10:
            self.digit = _TENS[word]
            return self._take_unit(10)
        return self._take_digit(_VALUES.get(word, whole(word)))

    def value(self) -> int | None:
        """What was said so far, or None in the middle of something: 三百零."""
        if self.digit is None:
            return None if self.zero else self.total + self.group
        # 三百五 is 350 and 两万五 is 25,000, but 三百零五 is 305
        colloquial = not self.zero and 10 < self.unit < LIMIT and self.digit < 10
        return self.total + self.group + self.digit * (self.unit // 10 if colloquial else 1)

    def _take_digit(self, value: int | None) -> bool:
        if value is None or value < 0 or self.digit is not None or value >= self.unit:
            return False
        if value == 0 and self.unit < LIMIT:
            return False
        self.digit = value
        return True

    def _take_unit(self, unit: int) -> bool:
        if unit >= self.unit or self.digit == 0 or (self.digit is None and unit != 10):
            return False
        self.group += (1 if self.digit is None else self.digit) * unit
        self.digit, self.unit, self.zero = None, unit, False
        return True

    def _take_scale(self, scale: int) -> bool:
        group = self.group + (self.digit or 0)
        if self.total and scale == 10**8 and self.total % 10**8:
            self.total = (self.total + group) * scale  # 三万亿
        elif group and (not self.total or (scale == 10**4 and self.total % 10**8 == 0)):
            self.total += group * scale
        else:
            return False
        self.group, self.digit, self.unit, self.zero = 0, None, scale, False
        return self.total < LIMIT


def _counted(words: Sequence[str], at: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    count = _Count()
    while at < len(words) and count.take(words[at]):
        at += 1
        value = count.value()
        if value is not None and value < LIMIT:
            found.append((at, value))
    return found


def _digit_by_digit(words: Sequence[str], at: int) -> list[tuple[int, int]]:
    """«二零二六»: at least three digits in a row, or two with a zero between them."""
    digits = ""
    found: list[tuple[int, int]] = []
    for word in words[at : at + 15]:
        digit = "0" if word in _ZEROS else str(_VALUES.get(word, ""))
        if not digit:
            break
        digits += digit
        if len(digits) > 2 or (len(digits) == 2 and "0" in digits):
            found.append((at + len(digits), int(digits)))
    return found


def _positive(words: Sequence[str], at: int) -> list[Reading]:
    if at >= len(words):
        return []
    found: list[Reading] = [*wholes(words, at)]
    exact = decimal(words[at])
    if exact is not None:
        found += _scaled(words, at + 1, exact)
    for end, value in tuple(found):
        found += _continued(words, end, value)
    if words[at] == "半":
        found.append((at + 1, Decimal("0.5")))
    elif tuple(words[at : at + 2]) == ("一", "半"):
        found.append((at + 2, Decimal("0.5")))
    return found


def _continued(words: Sequence[str], end: int, value: Numeral) -> list[Reading]:
    """What may follow a number: 点五, 个半, 分之三."""
    following = tuple(words[end : end + 2])
    if not following:
        return []
    if following[0] in _POINTS:
        return _point(words, end + 1, value)
    if following == ("个", "半"):
        return [(end + 2, value + Decimal("0.5"))]
    if following == ("分", "之") and value:
        return [
            (stop, plain(Decimal(part) / Decimal(value))) for stop, part in wholes(words, end + 2)
        ]
    return []


def _point(words: Sequence[str], at: int, value: Numeral) -> list[Reading]:
    digits = ""
    found: list[Reading] = []
    for word in words[at : at + 12]:
        digit = "0" if word in _ZEROS else str(_VALUES.get(word, ""))
        if not digit:
            break
        digits += digit
        found += _scaled(words, at + len(digits), value + Decimal(f"0.{digits}"))
    return found


def _scaled(words: Sequence[str], end: int, value: Decimal) -> list[Reading]:
    """A decimal, and the same with a scale after it: 3.5万."""
    found: list[Reading] = [(end, plain(value))]
    scale = _SCALES.get(words[end]) if end < len(words) else None
    if scale and abs(value) * scale < LIMIT:
        found.append((end + 1, plain(value * scale)))
    return found

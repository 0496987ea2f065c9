"""Quantities and units: «three and a half kilos», «37 degrees celsius», 两公斤半, 一米七五."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.slots.numerals.digits import Numeral, whole, written
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.unit import Quantity, Unit, measures, quantity, together
from lorgnette.core.types import CHINESE, ENGLISH, Language

_HALF = Decimal("0.5")


def _english_units() -> Part[Unit]:
    known = measures().values()
    return Table(
        {f"{each.unit.name}|{each.plural}|{each.also}".rstrip("|"): each.unit for each in known},
        {each.written: each.unit for each in known if each.written},
    )


def _chinese_units() -> Part[Unit]:
    known = measures().values()
    return Table(
        {f"{each.chinese}|{each.also_chinese}".rstrip("|"): each.unit for each in known},
        {each.written: each.unit for each in known if each.written},
    )


def _of(amount: Numeral, unit: Unit) -> Quantity:
    return Quantity(Decimal(amount), unit)


def _and_half(amount: Numeral, unit: Unit) -> Quantity:
    return _of(amount + _HALF, unit)


def _both(amount: Numeral, unit: Unit, more: Numeral, smaller: Unit) -> Quantity | None:
    return together(_of(amount, unit), _of(more, smaller))


def _feet(feet: Numeral, inches: int) -> Quantity | None:
    """«six foot two»."""
    return together(quantity(feet, "foot"), quantity(inches, "inch")) if inches < 12 else None


def _english() -> Part[Quantity]:
    units = _english_units()
    number = Scanner(english.numbers)
    parts: dict[str, Part[Any]] = {
        "number": number,
        "unit": units,
        "inches": Scanner(english.wholes),
    }
    ways: dict[str, Callable[..., Quantity | None]] = {
        "{amount:number} [of] {unit}": _of,
        "{amount:number} {unit} and a half": _and_half,
        "{amount:number} {unit} [and] {more:number} {smaller:unit}": _both,
        "{feet:number} (foot|feet) {inches}": _feet,
        "(a|an) {unit}": lambda unit: _of(1, unit),
        "(a|an) {unit} and a half": lambda unit: _and_half(1, unit),
        "half (a|an) {unit}": lambda unit: _of(_HALF, unit),
        "(a quarter|quarter) of (a|an) {unit}": lambda unit: _of(_HALF / 2, unit),
        "a couple [of] {unit}": lambda unit: _of(2, unit),
    }
    template = (
        f"([minus] ({english.BELOW_1000}) [thousand|point {english.DIGIT}|and a half]"
        "|a|an|half (a|an)) {unit} "
        f"[and a half|({english.BELOW_100}) [inches|ounces]]"
    )
    return Ways(parts, ways, template)


def _metres(words: Sequence[str], at: int) -> list[tuple[int, Decimal]]:
    """The 七五 of 一米七五: tenths and hundredths."""
    values = [
        chinese.DIGITS.find(word) if len(word) == 1 and word in chinese.DIGITS else -1
        for word in words[at : at + 2]
    ]
    if not values or values[0] < 0:
        number = whole(words[at]) if at < len(words) else None
        return [(at + 1, Decimal(number) / 100)] if number is not None and 9 < number < 100 else []
    found = [(at + 1, Decimal(values[0]) / 10)]
    if len(values) > 1 and values[1] >= 0:
        found.append((at + 2, Decimal(values[0] * 10 + values[1]) / 100))
    return found


def _chinese() -> Part[Quantity]:
    parts: dict[str, Part[Any]] = {
        "number": Scanner(chinese.numbers, chinese.WHOLE),
        "unit": _chinese_units(),
        "metres": Scanner(_metres),
    }
    ways: dict[str, Callable[..., Quantity | None]] = {
        "{amount:number}{unit}": _of,
        "{amount:number}个{unit}": _of,
        "{amount:number}{unit}半": _and_half,
        "{amount:number}{unit}[零]{more:number}{smaller:unit}": _both,
        "{amount:number}米{metres}": lambda amount, metres: quantity(amount + metres, "metre"),
        "摄氏{amount:number}度": lambda amount: quantity(amount, "degree Celsius"),
        "华氏{amount:number}度": lambda amount: quantity(amount, "degree Fahrenheit"),
    }
    return Ways(parts, ways, "{number}{unit}[半]|(摄氏|华氏){number}度")


def _show_unit(value: Unit, language: Language) -> str:
    known = measures().get(value.name)
    if known is None:
        return value.name
    return known.chinese if language == CHINESE else known.plural


def _show(value: Quantity, language: Language) -> str:
    amount = written(value.amount)
    if language == CHINESE:
        return f"{amount} {_show_unit(value.unit, language)}"
    one = value.unit.name if value.amount == 1 else _show_unit(value.unit, language)
    return f"{amount} {one}"


register(Unit, Said("unit", {ENGLISH: _english_units, CHINESE: _chinese_units}, _show_unit))
register(Quantity, Said("quantity", {ENGLISH: _english, CHINESE: _chinese}, _show))

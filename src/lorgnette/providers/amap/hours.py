"""Opening hours as Amap writes them, as OpenStreetMap does. No I/O."""

import re
from typing import Final

DAYS: Final = dict(zip("一二三四五六日", ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), strict=True))

_DAY: Final = re.compile(r"(?:周|星期)([一二三四五六日天])")
_SPAN: Final = r"([01]?\d|2[0-4]):[0-5]\d-([01]?\d|2[0-4]):[0-5]\d"
_DAYS: Final = r"(Mo|Tu|We|Th|Fr|Sa|Su)([-,](Mo|Tu|We|Th|Fr|Sa|Su))*"
_RULE: Final = re.compile(rf"({_DAYS} )?{_SPAN}(,{_SPAN})*\Z")


def hours(said: str) -> str:
    """「周一至周五 09:00-18:00」 as `Mo-Fr 09:00-18:00`; "" for what is not surely understood."""
    if said.replace(" ", "") in {"24小时营业", "00:00-24:00", "24小时"}:
        return "24/7"
    text = _DAY.sub(lambda match: DAYS[match[1].replace("天", "日")], said)
    text = text.replace("至", "-").replace("、", ",").replace("：", ":")
    rules = [" ".join(rule.split()) for rule in re.split("[;；]", text)]
    rules = [re.sub(r"(?<=\d) (?=\d)", ",", rule) for rule in rules if rule]
    return "; ".join(rules) if rules and all(map(_RULE.match, rules)) else ""

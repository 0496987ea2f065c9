"""What the wearer paid: for one thing last time, and for everything in a while, by receipts."""

import datetime as dt
from collections import Counter
from enum import Enum
from typing import Final

from lorgnette.core import cards
from lorgnette.core.slots import register
from lorgnette.core.slots.choice import Choice
from lorgnette.skills import Reply, Turn
from lorgnette.skills.priced import Paid, SeenPrice, money
from lorgnette.skills.shopping.called import Ware, bare, is_called
from lorgnette.skills.shopping.knowing import last
from lorgnette.skills.shopping.skill import skill

MOST: Final = 5
"""Prices of one thing that are shown, the last ones."""


class Period(Enum):
    """A while whose spending is asked for."""

    TODAY = "today"
    WEEK = "this week"
    MONTH = "this month"
    LAST_MONTH = "last month"
    YEAR = "this year"

    def days(self, today: dt.date) -> tuple[dt.date, dt.date]:
        """Its first day and its last that has been."""
        month = today.replace(day=1)
        before = month - dt.timedelta(days=1)
        return {
            Period.TODAY: (today, today),
            Period.WEEK: (today - dt.timedelta(days=today.weekday()), today),
            Period.MONTH: (month, today),
            Period.LAST_MONTH: (before.replace(day=1), before),
            Period.YEAR: (today.replace(month=1, day=1), today),
        }[self]


register(
    Period,
    Choice(
        {
            "today|今天": Period.TODAY,
            "this week|这周|本周|这个星期|这星期": Period.WEEK,
            "this month|这个月|本月|这月": Period.MONTH,
            "last month|上个月|上月": Period.LAST_MONTH,
            "this year|今年": Period.YEAR,
        },
        "period",
        guessed=False,
    ),
)


@skill.action(
    "(what|how much) did (I|we) [last] pay for {what} [last time]",
    "(what|how much) did {what} cost [me|us] last time",
    "how much (was|were) {what} last time",
    "when did (I|we) last buy {what}",
    "(what|how much) did (I|we) [last] pay for (it|this|that) [last time]",
    "(what|how much) did (it|this|that) cost [me|us] last time",
    "(have|did) (I|we) (bought|buy) (it|this|that) before",
    "where did (I|we) [last] buy {what} [last time]",
)
async def paid_for(turn: Turn, what: Ware | None = None) -> Reply:
    """Tell what the wearer paid for something last time, by their receipts and notes of prices."""
    product = await last(turn) if what is None else None
    if what is None and product is None:
        return Reply(say=turn.message("which-this"))
    name = what or (product.name(turn.language) if product is not None else "")
    kept = (stored.item for stored in reversed(await turn.shelf(SeenPrice).all()))
    found = [each for each in kept if is_called(each.name, name)]
    if not found:
        return Reply(say=turn.message("never-paid", what=bare(name)))
    latest = max(found, key=lambda each: each.date)
    said = turn.message(
        "last-paid",
        name=latest.name,
        price=money(latest.price, latest.currency),
        date=turn.show(latest.date),
        shop=latest.shop or turn.message("somewhere"),
    )
    rows = tuple(row(turn, each, each.price) for each in found[:MOST])
    return Reply(say=said, card=cards.Text(title=latest.name, lines=rows))


@skill.action(
    "how much [money] (have (I|we) spent|did (I|we) spend) [in total|altogether] [{period}]",
    "what (have (I|we) spent|did (I|we) spend) {period}",
    "(show|list) [me] my receipts [of] [{period}]",
)
async def spent(turn: Turn, period: Period = Period.MONTH) -> Reply:
    """Tell what the receipts of a while come to."""
    first, until = period.days(turn.now.date())
    found = [stored.item for stored in await turn.shelf(Paid).all()]
    found = [each for each in found if first <= each.date <= until]
    when = turn.show(period)
    if not found:
        return Reply(say=turn.message("no-receipts", when=when))
    costs = Counter[str]()
    for each in found:
        costs[each.currency] += each.total
    total = ", ".join(str(turn.show(money(value, code))) for code, value in costs.items())
    said = turn.message("spent", when=when, total=total, count=len(found))
    newest = sorted(found, key=lambda each: each.date, reverse=True)
    rows = tuple(row(turn, each, each.total) for each in newest)
    return Reply(say=said, card=cards.List(title=said, items=rows))


def row(turn: Turn, paid: Paid | SeenPrice, price: int) -> cards.Line:
    """When and where something was paid, and how much."""
    where = f"{turn.show(paid.date)} {paid.shop}".strip()
    return cards.Line(where, str(turn.show(money(price, paid.currency))))

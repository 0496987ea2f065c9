"""What Amap tells a traveller to do, in its words: «导航主要动作» and «导航辅助动作». No I/O."""

import re
from typing import Final

from lorgnette.core.routes import Direction, Manoeuvre

DIRECTIONS: Final = {
    "左转": Direction.LEFT,
    "右转": Direction.RIGHT,
    "向左前方": Direction.SLIGHT_LEFT,
    "向右前方": Direction.SLIGHT_RIGHT,
    "向左后方": Direction.SHARP_LEFT,
    "向右后方": Direction.SHARP_RIGHT,
    "靠左": Direction.SLIGHT_LEFT,
    "靠右": Direction.SLIGHT_RIGHT,
    "左转调头": Direction.U_TURN_LEFT,
    "右转调头": Direction.U_TURN_RIGHT,
    "调头": Direction.U_TURN_LEFT,
    "往后走": Direction.U_TURN_LEFT,
    "绕环岛左转": Direction.LEFT,
    "绕环岛右转": Direction.RIGHT,
    "绕环岛调头": Direction.U_TURN_LEFT,
    "进入左侧道路": Direction.LEFT,
    "进入右侧道路": Direction.RIGHT,
    "进入左岔路": Direction.SLIGHT_LEFT,
    "进入右岔路": Direction.SLIGHT_RIGHT,
}

MANOEUVRES: Final = {
    "靠左": Manoeuvre.FORK,
    "靠右": Manoeuvre.FORK,
    "进入左岔路": Manoeuvre.FORK,
    "进入右岔路": Manoeuvre.FORK,
    "进入中间岔道": Manoeuvre.FORK,
    "进入环岛": Manoeuvre.ROUNDABOUT,
    "进入匝道": Manoeuvre.RAMP,
    "进入主路": Manoeuvre.MERGE,
    "进入高速": Manoeuvre.MERGE,
    "到达出口": Manoeuvre.EXIT,
    "到达航道": Manoeuvre.FERRY,
    "驶离轮渡": Manoeuvre.LEAVE_FERRY,
    "通过扶梯": Manoeuvre.ESCALATOR,
    "通过直梯": Manoeuvre.LIFT,
    "进入建筑物": Manoeuvre.ENTER_BUILDING,
    "离开建筑物": Manoeuvre.LEAVE_BUILDING,
    "电梯换层": Manoeuvre.LIFT,
    "楼梯换层": Manoeuvre.STAIRS,
    "扶梯换层": Manoeuvre.ESCALATOR,
}

WALKS: Final = {
    "8": Manoeuvre.ESCALATOR,
    "9": Manoeuvre.LIFT,
    "14": Manoeuvre.FERRY,
    "20": Manoeuvre.STAIRS,
    "30": Manoeuvre.FERRY,
}
"""What a stretch is by its «walk_type», where that has to be done rather than walked."""

LEAVING: Final = "离开环岛"

BENDS: Final = frozenset({Direction.STRAIGHT, Direction.SLIGHT_LEFT, Direction.SLIGHT_RIGHT})
"""How one merges: whoever has to go further round turns."""

_VERBS: Final = re.compile(r"(行驶|行走|骑行|前进)\Z")
_EXIT: Final = re.compile(r"第\s*([0-9]{1,2}|[一二三四五六七八九])\s*个?出口")


def plain(action: str) -> str:
    """An action without how one travels: 「向左前方行驶」 is 「向左前方」."""
    return _VERBS.sub("", action).replace("掉头", "调头")


def told(main: str, assistant: str) -> tuple[Manoeuvre, Direction]:
    """What the two actions of a stretch mean together: one says what, the other which way."""
    words = (plain(assistant), plain(main))
    what = next((MANOEUVRES[word] for word in words if word in MANOEUVRES), None)
    where = next((DIRECTIONS[word] for word in reversed(words) if word in DIRECTIONS), None)
    if what is None or (what is Manoeuvre.MERGE and (where or Direction.STRAIGHT) not in BENDS):
        what = Manoeuvre.CONTINUE if where is None else Manoeuvre.TURN
    return what, where or Direction.STRAIGHT


def exit_of(instruction: str) -> int:
    """Which exit of a roundabout a sentence names: 「从第3出口驶出」; 0 for none."""
    match = _EXIT.search(instruction)
    if match is None:
        return 0
    return int(match[1]) if match[1].isascii() else "一二三四五六七八九".index(match[1]) + 1

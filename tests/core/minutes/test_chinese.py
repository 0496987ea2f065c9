"""Meetings in Chinese, with traps, and what they come to."""

import pytest
from meetings import told

from lorgnette.core.types import CHINESE

MEETINGS = {
    "a launch": (
        """
        安娜: 大家好，听得到吗？
        小王: 听得到。
        安娜: 今天讨论新网站的发布。
        安娜: 我们还没有决定颜色。
        李雷: 我们决定用蓝色。
        小王: 上次我们决定用红色。
        安娜: 那就定在七月一号发布，我们就这么定了。
        安娜: 请小王周五之前把报告发给客户。
        小王: 好的。
        李雷: 我来联系酒店，下周三之前搞定。
        安娜: 如果下雨，我会取消活动。
        安娜: 预算怎么办？
        李雷: 不知道，会后再说。
        安娜: 谁来写文档？
        小王: 我来吧，月底前完成。
        """,
        [
            "decided 5",
            "decided 7",
            "小王 2026-05-08 8+9",
            "李雷 2026-05-13 10",
            "小王 2026-05-31 14+15",
            "open 12",
        ],
    ),
    "what is denied, doubted, imagined or reported is nothing": (
        """
        安娜: 我们没有决定搬家。
        李雷: 也许我会去上海。
        小王: 他说我会被开除。
        安娜: 要是下雪，我来取消。
        李雷: 我明天不在。
        小王: 听说我们决定取消订单。
        安娜: 我来说一下预算的情况。
        李雷: 请问厕所在哪里？
        小王: 在二楼左边。
        """,
        [],
    ),
    "who is asked, and who does it": (
        """
        安娜: 陈老师负责合同，后天交。
        李雷: 小王，你能不能订一下会议室？
        小王: 没问题，今天下班前订好。
        安娜: 谁能写新闻稿？
        李雷: 我没空。
        小王: 我来吧。
        李雷: 张总周四之前把预算批下来。
        安娜: 我周五之前发给你们。
        """,
        [
            "陈老师 2026-05-07 1",
            "小王 2026-05-05 2+3",
            "小王 - 4+6",
            "张总 2026-05-07 7",
            "安娜 2026-05-08 8",
        ],
    ),
    "proposals and questions": (
        """
        安娜: 我们要不要推迟会议？
        李雷: 不行，客户在等。
        安娜: 要不我们先做测试？
        小王: 同意。
        李雷: 新系统什么时候上线？
        安娜: 七月一号。
        小王: 停车费谁付？
        安娜: 下一个议题，办公室装修。
        李雷: 这样可以，对吧？
        小王: 酒店怎么办？
        安娜: 还没定。
        李雷: 酒店已经订好了。
        """,
        ["decided 3+4", "open 7"],
    ),
}


@pytest.mark.parametrize(("meeting", "expected"), MEETINGS.values(), ids=MEETINGS)
def test_what_a_meeting_comes_to(meeting, expected):
    assert told(meeting, CHINESE) == expected

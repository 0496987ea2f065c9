"""Meetings as recognisers write them down: without capitals and marks, with all the ers and ums.

Each line is what one voice said until it paused, as a recogniser without punctuation gives it.
"""

import pytest
from meetings import told

from lorgnette.core.types import CHINESE, ENGLISH

ENGLISH_MEETINGS = {
    "a kitchen is rebuilt": (
        """
        Maria: okay so um can everybody hear me
        Tom: yep loud and clear
        Maria: right so the kitchen uh the builders said it takes six weeks
        Tom: six weeks that's that's a long time
        Maria: yeah i know and the main problem is the the water pipe behind the wall
        Priya: so what about the permit from the city
        Tom: um good question i don't know
        Maria: okay i'll i'll call the city tomorrow and ask for the permit
        Priya: should we uh should we move the canteen to the second floor
        Tom: yeah sounds good
        Maria: so we decided um to keep the old oven right
        Priya: yes we've decided that last week
        Maria: tom can you uh send me the the offer of the builders by friday
        Tom: sure no problem
        Priya: and i think somebody has to tell the staff
        Tom: i can do that
        Maria: what about the fridge do we need a new one
        Priya: i was going to say i'll i'll never understand fridges
        Maria: okay great then let's let's go with the blue tiles
        Tom: perfect
        """,
        [
            "decided 9+10",
            "decided 11",
            "decided 19",
            "Maria 2026-05-06 8",
            "Tom 2026-05-08 13+14",
            "Tom - 15+16",
        ],
    ),
    "a football club": (
        """
        Jack: alright let's get started so first thing the summer camp
        Lena: uh we have forty two kids signed up which is you know more than last year
        Jack: wow okay that's great um do we have enough coaches
        Lena: no we we still need two more coaches
        Omar: i could ask my brother he's um he's done it before
        Jack: that would be great
        Omar: okay i'll ask him tonight
        Lena: and the uh the pitch who is going to mow the grass
        Jack: anyway next point the budget
        Omar: so we agreed to raise the fee to twenty euros
        Lena: hm i'm not sure that parents like that
        Jack: well we can we can talk about it but it's decided
        Lena: fine by me
        Jack: lena will you write to the parents until next wednesday please
        Lena: i'm afraid i have no time this week
        Omar: leave it to me i'll write to them
        Jack: thanks omar
        Lena: how many balls do we need
        Omar: fifteen i think
        Jack: okay i'll order fifteen balls by the end of the month
        """,
        [
            "decided 10",
            "decided 12",
            "Omar 2026-05-05 5+6+7",
            "Omar 2026-05-13 14+16",
            "Jack 2026-05-31 20",
        ],
    ),
}

CHINESE_MEETINGS = {
    "一家书店": (
        """
        李梅: 嗯大家都到了吧那我们开始
        王强: 好的
        李梅: 今天主要就是那个新店的事情
        王强: 嗯新店的租金呢比我们想的要高一些一个月要两万八
        赵敏: 啊这么贵啊
        李梅: 对但是位置确实好所以我们决定还是租下来
        王强: 那装修怎么办
        赵敏: 这个我还不太清楚
        李梅: 那这样吧王强你联系一下装修公司周五之前给我一个报价
        王强: 行没问题
        赵敏: 那个开业活动我们要不要请作家来签名
        李梅: 可以啊好主意
        赵敏: 那我来联系出版社吧
        李梅: 嗯好还有就是得有人去办营业执照
        王强: 我去办吧
        赵敏: 咱们开业定在哪一天呢
        李梅: 这个回头再说
        王强: 我觉得吧价格也就是说会员价还得再商量
        """,
        [
            "decided 6",
            "decided 11+12",
            "王强 2026-05-08 9+10",
            "赵敏 - 13",
            "王强 - 14+15",
            "open 16",
        ],
    ),
    "一个软件版本": (
        """
        陈工: 那个我先说一下这个版本的情况
        小刘: 嗯您说
        陈工: 目前呢就是登录这一块还有三个问题没解决
        小刘: 其中最重要的就是那个闪退的问题
        张姐: 闪退是什么原因啊
        小刘: 呃是内存不够
        张姐: 那什么时候能修好
        小刘: 我明天修好
        陈工: 好那咱们就把发布推迟到下周三吧
        张姐: 我同意
        陈工: 小刘你再写一份测试报告
        小刘: 好的我后天发给大家
        张姐: 客户那边谁去通知
        陈工: 我来通知客户
        张姐: 对了服务器的费用超了预算怎么处理
        陈工: 嗯这个还没定
        小刘: 听说他们决定换供应商了
        陈工: 那行今天就到这里
        """,
        [
            "decided 9+10",
            "小刘 2026-05-06 8",
            "小刘 2026-05-07 11+12",
            "陈工 - 13+14",
            "open 15",
        ],
    ),
}


@pytest.mark.parametrize(
    ("meeting", "expected"), ENGLISH_MEETINGS.values(), ids=ENGLISH_MEETINGS.keys()
)
def test_english_without_marks(meeting, expected):
    assert told(meeting, ENGLISH) == expected


@pytest.mark.parametrize(
    ("meeting", "expected"), CHINESE_MEETINGS.values(), ids=CHINESE_MEETINGS.keys()
)
def test_chinese_without_marks(meeting, expected):
    assert told(meeting, CHINESE) == expected

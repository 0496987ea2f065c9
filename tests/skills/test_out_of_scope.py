"""What no skill can do is not taken for something that one can."""

from lorgnette.core.readings import Unknown
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.testing.turns import reading_of

IN_ENGLISH = """
how much money is in my savings account
transfer two hundred dollars to my sister
has my salary arrived yet
block my credit card right away
what's the interest rate on my mortgage
pay the electricity bill
is it going to rain this afternoon
how warm will it be at the weekend
do I need an umbrella tomorrow
what's the pollen count like today
my car makes a strange noise when I brake
when is the next oil change due
how much air goes into the front tyres
which petrol station is the cheapest
book me a table for four at the harbour
which restaurants deliver on Sundays
how many calories are in a croissant
what can I cook with leeks and potatoes
can I use honey instead of sugar
order two pizzas with extra cheese
is my flight to Lisbon on time
book a room at the hotel near the station
when does the next bus to the museum leave
where did I park
call a taxi to the airport
do I need a visa for Vietnam
my suitcase did not arrive
play some jazz from the sixties
skip this song
who sings this
turn on the lights in the kitchen
is the front door locked
set the heating to twenty one degrees
start the dishwasher
call my brother
text Maria that I'm on my way
read my latest emails
what's on my calendar for Monday
move the meeting with Paul to Thursday
how many vacation days do I have
who won the match last night
how tall is the Eiffel Tower
who wrote Don Quixote
what's the capital of Australia
why is the sky blue
how old is the universe
spell necessary
tell me a joke
flip a coin
do you have any pets
are you a robot
read me the news
how many calories in two eggs
how many calories in two legs
who built you
what's your favourite colour
I had a terrible day at work
you are very funny
good evening my friend
I don't know what to wear
the neighbours are having a party again
we should go hiking sometime
my daughter starts school in autumn
how does photosynthesis work
buy ten shares of that company
""".strip().splitlines()

IN_CHINESE = """
我的银行卡里还有多少钱
给妈妈转五百块钱
我的工资到账了吗
帮我冻结信用卡
房贷利率是多少
交一下电费
今天下午会下雨吗
周末天气怎么样
明天要带伞吗
今天空气质量好不好
我的车刹车有异响
什么时候该换机油
轮胎气压应该是多少
附近哪里加油便宜
帮我订一张四人桌
哪些餐厅星期天送外卖
一个牛角包有多少热量
土豆和韭葱能做什么菜
可以用蜂蜜代替糖吗
点两份宫保鸡丁
我去上海的航班准点吗
在会展中心附近订一间房
去博物馆坐几路公交车
我的车停在哪里
叫一辆出租车去机场
去越南需要签证吗
我的行李没有到
放一首周杰伦的歌
下一首
这首歌是谁唱的
打开厨房的灯
前门锁好了没有
把暖气调到二十一度
启动洗碗机
给我哥哥打电话
发短信告诉小王我在路上
读一下最新的邮件
星期一我有什么安排
把和保罗的会议改到星期四
我还有几天年假
昨晚的比赛谁赢了
埃菲尔铁塔有多高
红楼梦是谁写的
澳大利亚的首都是哪里
天空为什么是蓝色的
宇宙有多少岁
这个字怎么写
讲个笑话
抛个硬币
你养宠物吗
读新闻给我听
给我读新闻
两个鸡蛋有多少卡路里
你是机器人吗
是谁造了你
你最喜欢什么颜色
我今天上班很不顺
你真有意思
晚上好朋友
我不知道穿什么好
邻居又在开派对
我们改天去爬山吧
我女儿秋天上学
光合作用是怎么回事
买十股那家公司的股票
""".strip().splitlines()


def test_it_is_unknown(catalogue, language):
    sentences = {ENGLISH: IN_ENGLISH, CHINESE: IN_CHINESE}[language]
    readings = {each: reading_of(catalogue, each, language=language) for each in sentences}

    assert len(readings) >= 60
    assert {each: found for each, found in readings.items() if found != Unknown()} == {}

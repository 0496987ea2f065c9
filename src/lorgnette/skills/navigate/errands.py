"""What one wants to do somewhere, as it is said."""

from enum import StrEnum

from lorgnette.core.slots import register
from lorgnette.core.slots.choice import Choice


class Errand(StrEnum):
    """What one wants to do: the message `errand-…` names what has a place for it."""

    FOOD = (
        "eat [something]|have (lunch|dinner|breakfast|something to eat)|get something to eat"
        "|吃饭|吃东西|吃点东西|吃点什么|吃什么"
    )
    DRINK = "drink [something]|(have|get) (a drink|something to drink)|喝东西|喝点东西|喝点什么"
    CASH = (
        "(withdraw|take out) [some] (cash|money)|get some (cash|money)|get money"
        "|取钱|取点钱|取款|取现金|取点现金"
    )
    TOILET = "pee|go to the (toilet|bathroom|loo|restroom)|上厕所|上洗手间|上个厕所|去厕所|去洗手间"
    SEAT = "sit|sit down|rest|have a rest|坐|坐坐|坐一下|坐一会儿|休息|休息一下|歇一下|歇会儿"
    PARKING = "park|park (the|my) car|停车|停一下车"
    FUEL = "refuel|fill up|get (petrol|gas)|加油|加点油"
    DOCTOR = "see a doctor|看医生|看病"
    BED = "sleep|stay (tonight|overnight|for the night)|spend the night|住宿|过夜|住"
    SIGHTS = "go sightseeing|see (the sights|something interesting)|玩|逛逛"
    SHOP = "go shopping|shop|buy (something|things)|购物|逛街|买东西|买菜"
    BICYCLE = "(rent|hire) a (bike|bicycle)|租自行车|租单车|骑共享单车"
    CAR = "(rent|hire) a car|租车|租辆车"
    CHARGING = "charge (my|the) car|充电|给车充电"
    SWIM = "swim|go swimming|游泳"
    HAIR = "get (a haircut|my hair cut)|have my hair cut|理发|剪头发"
    POST = "(post|send|mail) (a letter|a parcel|a package|a postcard)|buy stamps|寄信|寄快递|买邮票"
    MEDICINE = "(get|buy) [some] (medicine|painkillers|plasters)|买药"
    TAXI = "get a (taxi|cab)|打车|打的"


class Feeling(StrEnum):
    """What one lacks, said by how one feels; named as errands are."""

    FOOD = "hungry|starving|饿|饿了|好饿|很饿"
    DRINK = "thirsty|渴|渴了|好渴|很渴"


register(Errand, Choice({each.value: each for each in Errand}, "errand", guessed=False))
register(Feeling, Choice({each.value: each for each in Feeling}, "feeling", guessed=False))

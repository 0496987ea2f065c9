hint = 东京现在几点
time = 现在{ $time }。
time-there =
    { $day ->
        [tomorrow] { $city }现在是明天{ $time }，{ difference }。
        [yesterday] { $city }现在是昨天{ $time }，{ difference }。
       *[today] { $city }现在是{ $time }，{ difference }。
    }
difference =
    { $side ->
        [ahead] 比这里快{ $difference }
        [behind] 比这里慢{ $difference }
       *[same] 和这里时间相同
    }
zone = { $city }的时区是{ $zone }，{ difference }。
today = 今天是{ $year }年{ $date }。
named = { $name }是{ $date }，{ away }。
dated =
    { $when ->
        [future] 是{ $date }，{ away }。
        [past] 是{ $date }，{ away }。
       *[near] 是{ $date }。
    }
counted =
    { $when ->
        [today] { $name }就是今天。
        [tomorrow] { $name }就是明天。
        [yesterday] { $name }是昨天。
        [past] { $name }是{ away }。
       *[future] 离{ $name }还有{ $days }天。
    }
away =
    { $when ->
        [today] 就是今天
        [tomorrow] 就是明天
        [yesterday] 是昨天
        [past] { $days }天前
       *[future] 还有{ $days }天
    }
week = 现在是今年第{ $number }周。
ask-city = 哪里？
ask-occasion = 哪一天？

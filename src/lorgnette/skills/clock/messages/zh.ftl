skill-title = 时间和日期
skill-about = 这里和各地的时间、日期、星期和节日。
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
        [ahead] 比这里快 { $difference }
        [behind] 比这里慢 { $difference }
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
title-tell_time = 现在几点
about-tell_time = 说出这里的时间。
title-time_in = 各地时间
about-time_in = 说出某个城市或国家的时间，以及和这里相差多少。
title-zone_of = 时区
about-zone_of = 说出一个城市的时区，以及和这里相差多少。
title-tell_date = 今天的日期
about-tell_date = 说出今天是几月几日、星期几。
title-day_of = 某天是哪天
about-day_of = 说出某一天或某个节日是几月几日、星期几。
title-days_until = 还有几天
about-days_until = 说出离某一天或某个节日还有多少天。
title-tell_week = 第几周
about-tell_week = 说出现在是今年的第几周。

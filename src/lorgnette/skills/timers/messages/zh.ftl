skill-title = 计时器、闹钟和提醒
skill-about = 到点响铃，叫您起床，提醒您做事。
hint = 设一个十分钟的计时器
timer-title = 计时器 { $duration }
timer-set =
    { $named ->
        [yes] { $label }的计时器已设好，{ $duration }。
       *[no] { $duration }的计时器已设好。
    }
timer-over = 时间到
timer-rings =
    { $named ->
        [yes] 时间到了：{ $label }。
       *[no] 时间到了：{ $duration }。
    }
alarm = 闹钟
alarm-title = 闹钟 { $time }
alarm-set = 闹钟已设在{ $when }。
alarm-rings =
    { $named ->
        [yes] 现在{ $time }：{ $label }。
       *[no] 现在{ $time }，闹钟响了。
    }
alarm-at = { $what }，{ $when }
reminder-title = 提醒
reminder-set = 好的，{ $when }提醒您：{ $what }。
reminder-rings = 提醒您：{ $what }。
when =
    { $day ->
        [today] 今天{ $time }
        [tomorrow] 明天{ $time }
       *[later] { $date } { $time }
    }
cannot-repeat = 我还不会重复的闹钟和提醒。
once-alarm = 只设{ $when }这一次，好吗？
once-reminder = 只在{ $when }提醒您一次：{ $what }，好吗？
left = 还剩{ $duration }。
several-left = 有{ $count }个计时器，最近的还剩{ $duration }。
timers-title = 计时器
alarms-title = 闹钟和提醒
alarms = { $list }。
list-separator = ；
no-timers = 没有这样的计时器在运行。
no-alarms = 没有设置闹钟或提醒。
too-many = 太多了，请先取消一些。
cancelled = 已取消{ $count }个。
cancel-all = 要全部取消这{ $count }个吗？
stopped = 好的。
snoozed = 好的，{ $duration }后再提醒。
nothing-rang = 刚才没有响过。
ask-duration = 多长时间？
ask-moment = 什么时候？
ask-what = 提醒您什么？
ask-day = 哪一天？
ask-part = 一天中的什么时候？
title-time_left = 剩余时间
about-time_left = 说出计时器还剩多少时间。
title-list_alarms = 查看闹钟和提醒
about-list_alarms = 说出设了哪些闹钟和提醒。
title-set_timer = 设计时器
about-set_timer = 设一个过一段时间会响的计时器。
title-set_alarm = 设闹钟
about-set_alarm = 设一个在今天或别的日子某个时间响的闹钟。
title-wake = 叫我起床
about-wake = 设一个叫您起床的闹钟。
title-remind = 提醒我
about-remind = 到时间提醒您做一件事。
title-repeat_alarm = 重复的闹钟
about-repeat_alarm = 说明闹钟还不能重复，并可以改设一次。
title-repeat_reminder = 重复的提醒
about-repeat_reminder = 说明提醒还不能重复，并可以改设一次。
title-stop_timer = 停止计时器
about-stop_timer = 停下正在响的计时器；没有在响的，就取消正在走的。
title-stop_alarm = 停止闹钟
about-stop_alarm = 停下正在响的闹钟；没有在响的，就取消设好的。
title-cancel_timers = 取消计时器
about-cancel_timers = 取消计时器，也可以按名称或时长；有几个时会先问您。
title-cancel_alarms = 取消闹钟
about-cancel_alarms = 取消闹钟，也可以按日期或时间；有几个时会先问您。
title-cancel_reminders = 取消提醒
about-cancel_reminders = 取消提醒，也可以按内容；有几个时会先问您。
title-extend_timer = 延长时间
about-extend_timer = 给最先到点的计时器加时间；正在响的则推迟。
title-snooze = 稍后再响
about-snooze = 让刚才响过的稍后再响一次。

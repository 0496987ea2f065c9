hint = 设一个十分钟的计时器
timer-title = 计时器 { $duration }
timer-set =
    { $named ->
        [yes] { $label }的计时器已设好，{ $duration }。
       *[no] { $duration }的计时器已设好。
    }
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

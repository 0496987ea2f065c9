timer-title = { $duration }计时器
timer-set = { $duration }的计时器已设好。
timer-rings =
    { $named ->
        [yes] { $label }的计时器时间到了。
       *[no] { $duration }的计时器时间到了。
    }
alarm-title = 闹钟 { $moment }
alarm-set = 闹钟已设在{ $moment }。
alarm-rings = 现在是{ $moment }，闹钟响了。
reminder-title = 提醒
reminder-set = 好的，{ $moment }提醒您{ $what }。
reminder-rings = 提醒您：{ $what }。
left = 还剩{ $duration }。
several-left = 有{ $count }个计时器，最近的还剩{ $duration }。
timers-title = 计时器
alarms-title = { $count }个闹钟和提醒
list-separator = ；
no-timers = 没有正在运行的计时器。
no-alarms = 还没有设置。
cancelled = 已取消{ $count }个。
cancel-all = 要全部取消这{ $count }个吗？
snoozed = 好的，{ $duration }后再提醒。
nothing-rang = 刚才没有响过。
ask-duration = 多长时间？
ask-moment = 什么时候？
ask-what = 提醒您什么？

hint = set a timer for ten minutes
timer-title = Timer, { $duration }
timer-set =
    { $named ->
        [yes] { $label } timer set for { $duration }.
       *[no] Timer set for { $duration }.
    }
timer-rings =
    { $named ->
        [yes] Time is up: { $label }.
       *[no] Time is up: { $duration }.
    }
alarm = Alarm
alarm-title = Alarm { $time }
alarm-set = Alarm set for { $when }.
alarm-rings =
    { $named ->
        [yes] It's { $time }: { $label }.
       *[no] It's { $time }. This is your alarm.
    }
alarm-at = { $what }, { $when }
reminder-title = Reminder
reminder-set = Reminder set for { $when }: { $what }.
reminder-rings = Reminder: { $what }.
when =
    { $day ->
        [today] today at { $time }
        [tomorrow] tomorrow at { $time }
       *[later] { $date } at { $time }
    }
cannot-repeat = I can't repeat alarms or reminders yet.
once-alarm = Set one just for { $when }?
once-reminder = Remind you once, { $when }: { $what }?
left = { $duration } left.
several-left = { $count } timers. The next one has { $duration } left.
timers-title = Timers
alarms-title = Alarms and reminders
alarms = { $list }.
list-separator = ;{" "}
no-timers = No such timer is running.
no-alarms = Nothing is set.
too-many = That's too many. Please cancel some first.
cancelled =
    { $count ->
        [one] Cancelled.
       *[other] { $count } cancelled.
    }
cancel-all = Cancel all { $count }?
stopped = All right.
snoozed = All right, again in { $duration }.
nothing-rang = Nothing has rung lately.
ask-duration = For how long?
ask-moment = For when?
ask-what = What should I remind you of?
ask-day = Which day?
ask-part = At what time of day?

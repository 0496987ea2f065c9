timer-title = { $duration } timer
timer-set = Timer set for { $duration }.
timer-rings =
    { $named ->
        [yes] Your { $label } timer is done.
       *[no] Your { $duration } timer is done.
    }
alarm-title = Alarm { $moment }
alarm-set = Alarm set for { $moment }.
alarm-rings = It's { $moment }. This is your alarm.
reminder-title = Reminder
reminder-set = I'll remind you to { $what }, { $moment }.
reminder-rings = Reminder: { $what }.
left = { $duration } left.
several-left = { $count } timers. The next one has { $duration } left.
timers-title = Timers
alarms-title =
    { $count ->
        [one] One reminder
       *[other] { $count } alarms and reminders
    }
list-separator = ;{" "}
no-timers = No timer is running.
no-alarms = Nothing is set.
cancelled =
    { $count ->
        [one] Cancelled.
       *[other] { $count } cancelled.
    }
cancel-all = Cancel all { $count }?
snoozed = All right, again in { $duration }.
nothing-rang = Nothing has rung.
ask-duration = For how long?
ask-moment = For when?
ask-what = What should I remind you of?

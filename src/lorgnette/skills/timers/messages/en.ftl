skill-title = Timers, alarms and reminders
skill-about = Rings when time is up, wakes you, and reminds you.
hint = set a timer for ten minutes
timer-title = Timer, { $duration }
timer-set =
    { $named ->
        [yes] Timer set for { $duration }: { $label }.
       *[no] Timer set for { $duration }.
    }
timer-over = Time is up
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
title-time_left = Time left
about-time_left = Tells how much time the timers have left.
title-list_alarms = List what is set
about-list_alarms = Tells which alarms and reminders are set.
title-set_timer = Set a timer
about-set_timer = Sets a timer that rings after a while.
title-set_alarm = Set an alarm
about-set_alarm = Sets an alarm for a time of day, today or on another day.
title-wake = Wake me
about-wake = Sets an alarm to be woken by.
title-remind = Remind me
about-remind = Reminds you of something at a time.
title-repeat_alarm = Repeated alarm
about-repeat_alarm = Says that alarms cannot repeat yet, and offers one that does not.
title-repeat_reminder = Repeated reminder
about-repeat_reminder = Says that reminders cannot repeat yet, and offers one that does not.
title-stop_timer = Stop a timer
about-stop_timer = Puts away the timer that rings, or else cancels the one that runs.
title-stop_alarm = Stop an alarm
about-stop_alarm = Puts away the alarm that rings, or else cancels the one that is set.
title-cancel_timers = Cancel timers
about-cancel_timers = Cancels a timer, by its name or its length too; asks first when there are several.
title-cancel_alarms = Cancel alarms
about-cancel_alarms = Cancels an alarm, by its day or its time too; asks first when there are several.
title-cancel_reminders = Cancel reminders
about-cancel_reminders = Cancels a reminder, by what it is about too; asks first when there are several.
title-extend_timer = More time
about-extend_timer = Gives the next timer more time; while something rings, puts that off.
title-snooze = Snooze
about-snooze = Lets what rang last ring again later.

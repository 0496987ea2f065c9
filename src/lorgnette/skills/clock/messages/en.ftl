skill-title = Time and date
skill-about = The time here and elsewhere, dates, weekdays and holidays.
hint = what time is it in Tokyo
time = It's { $time }.
time-there =
    { $day ->
        [tomorrow] It's { $time } tomorrow in { $city }, { difference }.
        [yesterday] It's { $time } yesterday in { $city }, { difference }.
       *[today] It's { $time } in { $city }, { difference }.
    }
difference =
    { $side ->
        [ahead] { $difference } ahead
        [behind] { $difference } behind
       *[same] the same time as here
    }
zone = { $city } is at { $zone }, { difference }.
today = It's { $date } { $year }.
named = { $name } is on { $date }, { away }.
dated =
    { $when ->
        [future] That's { $date }, { away }.
        [past] That was { $date }, { away }.
       *[near] That's { $date }.
    }
counted =
    { $when ->
        [today] { $name } is today.
        [tomorrow] { $name } is tomorrow.
        [yesterday] { $name } was yesterday.
        [past] { $name } was { away }.
       *[future] { $days } days until { $name }.
    }
away =
    { $when ->
        [today] today
        [tomorrow] tomorrow
        [yesterday] yesterday
        [past] { $days } days ago
       *[future] in { $days } days
    }
week = It's week { $number }.
ask-city = Where?
ask-occasion = Which day?
title-tell_time = What time it is
about-tell_time = Tells the time here.
title-time_in = Time elsewhere
about-time_in = Tells the time in a city or a country, and how far it is from the time here.
title-zone_of = Time zone
about-zone_of = Tells the time zone of a city, and how far it is from the time here.
title-tell_date = Today's date
about-tell_date = Tells which day it is today.
title-day_of = Date of a day
about-day_of = Tells which date or weekday a day or a holiday is.
title-days_until = Days until a day
about-days_until = Tells how many days there are until a day or a holiday.
title-tell_week = Week number
about-tell_week = Tells the number of the week in the year.

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

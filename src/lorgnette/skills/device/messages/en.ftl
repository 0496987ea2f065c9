volume = Volume
brightness = Brightness
set = { $what } { $level } percent.
no-lens = These glasses have no display.
battery-title = Battery
battery =
    { $charging ->
        [yes] { $level } percent, charging.
       *[no] { $level } percent left.
    }
battery-unknown = The glasses don't tell how full their battery is.
language-set = All right, I speak English now.
language-unknown = I can talk with you in { $names }.
list-separator = {", "}
nothing-to-repeat = I haven't said anything yet.
help-title = You can say
help = You can say, for example: { $hints }.
ask-level = How many percent?
ask-language = Which language?
hint-clock = what time is it in Tokyo
hint-timers = set a timer for ten minutes
hint-notes = take a note
hint-calculate = what is 15 percent of 80
hint-convert = how many kilometres are five miles
hint-translate = how do you say thank you in Japanese
hint-device = louder

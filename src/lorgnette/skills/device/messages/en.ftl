hint = louder
volume = Volume
brightness = Brightness
level = { $what } { $level } percent.
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
list-separator = ;{" "}
or = {" "}or{" "}
nothing-to-repeat = I haven't said anything yet.
help-title = You can say
help = You can say, for example: { $hints }.
ask-level = How many percent?
ask-language = Which language?

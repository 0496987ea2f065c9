skill-title = Glasses
skill-about = Volume, brightness, battery and language of the glasses, and help.
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
title-louder = Louder
about-louder = Makes the voice louder.
title-quieter = Quieter
about-quieter = Makes the voice quieter.
title-set_volume = Set the volume
about-set_volume = Sets the volume to a level.
title-mute = Mute
about-mute = Turns the sound off.
title-unmute = Unmute
about-unmute = Turns the sound on again.
title-brighter = Brighter
about-brighter = Makes the lens brighter.
title-dimmer = Dimmer
about-dimmer = Makes the lens darker.
title-set_brightness = Set the brightness
about-set_brightness = Sets the brightness to a level.
title-battery = Battery
about-battery = Tells how full the battery is.
title-speak_language = Change the language
about-speak_language = Changes the language you and the glasses speak with each other.
title-repeat = Say it again
about-repeat = Says the last answer again.
title-help_me = Help
about-help_me = Tells what you can say.

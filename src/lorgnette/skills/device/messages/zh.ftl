skill-title = 眼镜
skill-about = 眼镜的音量、亮度、电量和语言，还有帮助。
hint = 大声一点
volume = 音量
brightness = 亮度
level = { $what }百分之{ $level }。
no-lens = 这副眼镜没有显示屏。
battery-title = 电量
battery =
    { $charging ->
        [yes] 电量百分之{ $level }，正在充电。
       *[no] 还剩百分之{ $level }的电。
    }
battery-unknown = 眼镜没有告诉我电量。
language-set = 好的，现在我说中文。
language-unknown = 我可以用{ $names }和您说话。
list-separator = ；
or = 或
nothing-to-repeat = 我还没有说过话。
help-title = 您可以说
help = 比如您可以说：{ $hints }。
ask-level = 百分之多少？
ask-language = 哪种语言？
title-louder = 大声一点
about-louder = 把声音调大。
title-quieter = 小声一点
about-quieter = 把声音调小。
title-set_volume = 设置音量
about-set_volume = 把音量调到指定的大小。
title-mute = 静音
about-mute = 关闭声音。
title-unmute = 取消静音
about-unmute = 重新打开声音。
title-brighter = 亮一点
about-brighter = 把屏幕调亮。
title-dimmer = 暗一点
about-dimmer = 把屏幕调暗。
title-set_brightness = 设置亮度
about-set_brightness = 把亮度调到指定的程度。
title-battery = 电量
about-battery = 说出还剩多少电。
title-speak_language = 切换语言
about-speak_language = 切换您和眼镜交谈用的语言。
title-repeat = 再说一遍
about-repeat = 把上一次的回答再说一遍。
title-help_me = 帮助
about-help_me = 告诉您可以说些什么。

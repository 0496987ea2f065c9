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

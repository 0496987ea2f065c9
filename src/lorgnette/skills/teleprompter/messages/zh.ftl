skill-title = 提词器
skill-about = 在您演讲时显示或轻声提示讲稿，跟着您说的话往下走。
hint = 用我的演讲稿开始提词
no-speech = 您的笔记里还没有讲稿。请在您的网页上新建一条笔记，把讲稿粘贴进去；第一行下面空一行，第一行就是它的名字。
not-called = 没有叫“{ $name }”的笔记。
taken = 这是“{ $name }”。
which = 要用哪一篇：{ $names }？
list-separator = 、
whispers = 这副眼镜没有屏幕，您停顿或轻点时，我会轻声提示后面的话。开头是：{ $words }
that-was-all = 讲完了。
footer =
    { $paused ->
        [yes] 已暂停，{ $percent }%
       *[no] { $percent }%
    }
not-running = 提词器没有打开。
stopped = 提词器已关闭。
paused = 好，等着您。
goes-on = 继续。
ask-name = 用哪条笔记？
ask-part = 按行、按句还是按段？
title-start = 打开提词器
about-start = 在您演讲时逐字跟随笔记里的讲稿，跳过、改动或加进去的话都没关系。
title-stop = 关闭提词器
about-stop = 退出提词器。
title-pause = 暂停
about-pause = 不管说什么，都停在原处。
title-go_on = 继续
about-go_on = 暂停之后重新跟随您。
title-back = 往回
about-back = 往回一行、一句或一段。
title-ahead = 往前跳
about-ahead = 往前跳一行、一句或一段。
title-start_over = 从头开始
about-start_over = 回到第一个字。

hint = 记一条笔记，买牛奶
noted = 记下了。
no-notes = 您还没有笔记。
nothing-found = 没有关于“{ $about }”的笔记。
notes-title = { $count }条笔记
notes = { $count }条笔记：{ $notes }{ and-more }
and-more =
    { $more ->
        [0] {""}
       *[other] ；还有{ $more }条
    }
list-separator = ；
delete =
    { $count ->
        [1] 要删除笔记“{ $text }”吗？
       *[other] 要删除{ $count }条笔记吗？
    }
deleted = 已删除{ $count }条笔记。
ask-text = 要记什么？
ask-about = 关于什么的？

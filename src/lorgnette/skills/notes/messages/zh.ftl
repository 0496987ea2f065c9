noted = 记下了。
ask-text = 要记什么？
ask-about = 关于什么的？
no-notes = 您还没有笔记。
nothing-found = 没有关于{ $about }的笔记。
notes = 共{ $count }条笔记。
list-separator = ；
delete =
    { $count ->
        [1] 要删除笔记“{ $text }”吗？
       *[other] 要删除{ $count }条笔记吗？
    }
deleted = 已删除{ $count }条笔记。

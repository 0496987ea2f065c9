skill-title = 笔记
skill-about = 用您自己的话记下要记住的事。
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
title-take = 记笔记
about-take = 记下一条笔记。
title-list_all = 读笔记
about-list_all = 读出并显示所有笔记，最新的在前。
title-search = 查找笔记
about-search = 查找提到某些词的笔记。
title-delete_last = 删除最新的笔记
about-delete_last = 得到您的同意后，删除最新的一条笔记。
title-delete_about = 删除相关笔记
about-delete_about = 得到您的同意后，删除提到某些词的笔记。
title-delete_all = 删除全部笔记
about-delete_all = 得到您的同意后，删除所有笔记。

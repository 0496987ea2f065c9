skill-title = 会议
skill-about = 记录会议中说的话，并整理会议纪要。
hint = 开始会议
untitled = { $date }的会议
listening = 会议：正在听……
started = 会议开始了。
announcement = 本次会议正在记录。
goes-on = 会议继续。
goes-on-already = 会议已经在进行了。
ended = 会议结束，马上给你纪要。
no-meeting = 现在没有会议。
no-meetings = 还没有会议。
no-minutes = 还没有会议纪要。
cannot-write = 无法记录会议，磁盘可能满了。
announces = 会议开始时我会说：{ $text }
announces-nothing = 会议开始时我不说话，但指示灯仍会亮。
marked = 已标记。
noted = 已写进纪要。
named = 说话人{ $number }是{ $name }。
titled = 会议名称是{ $title }。
speaker = 说话人{ $number }
said-by = { $who }在{ $title }中说：{ $text }
said = 在{ $title }中：{ $text }
nothing-said = 我在会议里找不到。
delete = 要永久删除会议“{ $title }”和它的纪要吗？
delete-sound = 要删除“{ $title }”的录音吗？文字会保留。
delete-all = 要永久删除全部{ $count }个会议和纪要吗？
deleted = 已删除{ $count }个会议。
sound-deleted = 录音已删除。
no-sound = “{ $title }”没有录音。
still-on = 会议正在进行，请先结束会议。
owned = { $owner }：{ $text }
in-short = { $duration }，{ $people }人发言。{ $decisions ->
        [0] 没有决定
       *[other] { $decisions }项决定
    }，{ $actions ->
        [0] 没有待办
       *[other] { $actions }项待办
    }，{ $questions ->
        [0] 没有未决问题
       *[other] { $questions }个未决问题
    }。
heading-summary = 摘要
heading-decisions = 决定
heading-actions = 待办
heading-questions = 未决
ask-title = 叫什么名字？
ask-text = 要说什么？
ask-number = 哪一位说话人？
ask-name = 叫什么名字？
ask-words = 关于什么？
ask-person = 谁？
title-start = 开始会议
about-start = 记录会议中说的话，并区分说话人。
title-stop = 结束会议
about-stop = 结束会议并整理纪要。
title-announce = 会议提示语
about-announce = 设置会议开始时说的话。
title-announce_nothing = 不提示
about-announce_nothing = 会议开始时不说话，但指示灯仍会亮。
title-mark = 标记
about-mark = 标记会议的这一刻。
title-note = 会议笔记
about-note = 在此刻往纪要里加一条笔记。
title-name = 说话人姓名
about-name = 说明某位说话人是谁。
title-retitle = 会议名称
about-retitle = 给会议起个名字。
title-who_said = 谁说的
about-who_said = 查找某句话是谁说的。
title-what_said = 某人说了什么
about-what_said = 查找某人在会议里说了什么。
title-said_about = 搜索会议
about-said_about = 在所有会议里查找内容。
title-last_minutes = 会议纪要
about-last_minutes = 说出上次会议的结果。
title-delete_last = 删除上次会议
about-delete_last = 得到您的同意后，删除最新的会议、纪要和录音。
title-delete_sound = 删除会议录音
about-delete_sound = 得到您的同意后，删除最新会议的录音，保留文字。
title-delete_all = 删除全部会议
about-delete_all = 得到您的同意后，删除所有会议、纪要和录音。

skill-title = 实时画面
skill-about = 让您邀请的人实时看到您看到的。
hint = 让小李看我看到的
offer =
    { $faces ->
        [faces] 要让{ $name }实时看到您看到的吗？画面会离开您的主机，能看到人脸。
       *[hidden] 要让{ $name }实时看到您看到的吗？画面会离开您的主机，人脸会被遮住。
    }
invited = 邀请在镜片上和您的页面上。
scan = 给{ $name }的邀请
watched =
    { $count ->
        [0] 没有人在看
        [1] { $name }正在看
       *[other] { $count }位客人正在看
    }
guest = 一位客人
offer-server =
    { $faces ->
        [faces] 要把您看到的发到服务器，让所有在那里看的人看到吗？能看到人脸。
       *[hidden] 要把您看到的发到服务器，让所有在那里看的人看到吗？人脸会被遮住。
    }
begins = 开始直播。
on-air = 直播中
no-server = 还没有设置直播服务器。可以说“让朋友看我看到的”来邀请客人。
enough = 您已经邀请了{ $count }位，不能再多了。
over = 现在没有人能看到您看到的了。
nobody-came = 没有人来，邀请已经失效。
all-gone = 客人都走了。现在没有人能看到您看到的了。
broken = 实时画面中断了。现在没有人能看到您看到的了。
not-taken = 实时画面发不出去。
not-sharing = 没有人在看您看到的。
ask-name = 给谁看？
title-show = 让别人看我看到的
about-show = 得到您的同意后，邀请别人实时看您看到的。人脸会被遮住。
title-show_faces = 让别人看我看到的，包括人脸
about-show_faces = 同上，而且能看到人脸。
title-send = 直播
about-send = 得到您的同意后，把您看到的发到服务器。人脸会被遮住。
title-send_faces = 直播，包括人脸
about-send_faces = 同上，而且能看到人脸。
title-stop = 停止分享
about-stop = 立刻结束实时画面。

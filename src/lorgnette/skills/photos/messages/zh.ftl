skill-title = 照片
skill-about = 拍下眼前的东西，以后可以按上面的文字找到。
hint = 拍张照片
taken = 拍好了。
none = 您还没有照片。
none-with = 没有找到写着“{ $words }”的照片。
none-from = { $day }没有拍过照片。
none-here = 没有在这里拍过的照片。
placed = 拍摄于{ $place }。
unplaced = 不知道那是在哪里。
nowhere = 我不知道您在哪里：眼镜没有提供位置。
found =
    { $count ->
        [1] 是{ $when }拍的。
       *[other] 有{ $count }张照片，最新的是{ $when }拍的。
    }
like = 找到相近的。
today = 今天{ $clock }
yesterday = 昨天{ $clock }
that-day = { $day } { $clock }
count =
    { $count ->
        [0] 您还没有照片。
       *[other] 您有{ $count }张照片。
    }
delete =
    { $kind ->
        [film] 要删除{ $when }拍的视频吗？
       *[other] 要删除{ $when }拍的照片吗？
    }
deleted = 已删除。
filming = 录像中 { $clock }
filming-begins = 开始录像。
filming-already = 已经在录像了。
film-kept = 视频已保存，长{ $length }。
film-lost = 视频没能保存下来。
not-filming = 现在没有在录像。
ask-title = 拍什么？
ask-words = 上面写着什么？
ask-day = 哪一天的？
title-take = 拍照
about-take = 拍一张照片并保存。
title-delete_last = 删除最新的照片
about-delete_last = 得到您的同意后，删除最新的照片或视频。
title-find = 查找照片
about-find = 查找有某些文字的照片，或者在某个地点拍的照片。
title-find_day = 某一天的照片
about-find_day = 查找某一天拍的照片。
title-find_here = 这里的照片
about-find_here = 查找在您所在的地方拍的照片。
title-tell_where = 照片的拍摄地点
about-tell_where = 告诉您最新的照片是在哪里拍的，只要有地图。
title-show_last = 看最新的照片
about-show_last = 显示最新的一张照片。
title-count = 照片数量
about-count = 说出有多少张照片。
title-record = 录像
about-record = 录下您看到和听到的，直到您说停止。
title-stop = 停止录像
about-stop = 结束录像并保存。
title-before = 上一张照片
about-before = 显示刚才那张之前拍的照片。
title-says = 照片上写着什么
about-says = 读出刚才那张或最新一张照片上的文字。
none-before = 前面没有照片了。
not-read-yet = 还没读完，请过一会儿再问。
says-nothing = 上面没有看到文字。

skill-title = 看一看
skill-about = 眼前的东西：识别各种码，说出它是什么。
title-look = 这是什么
about-look = 说出眼前是什么。
title-scan = 扫码
about-scan = 读出眼前的码，说出它是什么。
hint = 扫一下
nothing-seen = 我没看到码。
which-code = 我看到 { $count } 个码，要哪一个？
advice-dark = 太暗了。
advice-bright = 太亮了。
advice-still = 请别动。
advice-closer = 再近一点。
advice-aim = 请把码放在中间。
kind-web-address = 它通向 { $about }。
kind-wifi = 无线网络 { $about }。
kind-contact = 联系人：{ $about }。
kind-event = 活动：{ $about }。
kind-place = 地点：{ $about }。
kind-phone = 电话号码：{ $about }。
kind-message = 发给 { $about } 的短信。
kind-mail = 写给 { $about } 的邮件。
kind-payment = { $about } 请求付款。
kind-wallet =
    { $about ->
        [alipay] 这是支付宝的码，只有支付宝能打开。
        [wechat] 这是微信的码，只有微信能打开。
        [unionpay] 这是银联的码，只有银行的应用能打开。
       *[other] 这是钱包的码，只有那个钱包能打开。
    }
kind-boarding-pass = { $about } 的登机牌。
kind-product = 商品 { $about }。
kind-book = 书，书号 { $about }。
kind-plain = 内容是：{ $about }
row-address = 地址
row-password = 密码
row-security = 加密
row-phones = 电话
row-mails = 邮箱
row-organisation = 单位
row-website = 网站
row-begins = 开始
row-ends = 结束
row-place = 地点
row-description = 说明
row-latitude = 纬度
row-longitude = 经度
row-text = 内容
row-subject = 主题
row-city = 城市
row-country = 国家
row-serial = 序列号
row-lot = 批号
row-expires = 有效期至
row-best-before = 最佳食用期至
doubt-credentials = 当心：@ 前面的不是它真正通向的地方。
doubt-look-alike = 当心：它的字母很像另一个网址。
doubt-number = 当心：网址是数字，不是名字。
doubt-scheme = 当心：这是给电脑的指令（{ $scheme }），我只显示，不执行。
doubt-hidden = 当心：里面有看不见的字符。
kind-payer = 这是别人自己的付款码，我什么也不会做。
only-this-shop = 只有这家店认得这个号码。
says-when = { $when }。
says-where = { $place }。
says-leg = 航班 { $flight }，从 { $origin } 到 { $destination }，座位 { $seat }。
says-password = 密码是 { $password }。
says-expiry = 有效期至 { $date }。

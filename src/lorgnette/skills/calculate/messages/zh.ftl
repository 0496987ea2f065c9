skill-title = 计算
skill-about = 加减乘除、百分比、乘方和开方，就在本机精确计算。
hint = 八十的百分之十五是多少
equals = { $sum } 等于 { $result }。
about = { $sum } 约等于 { $result }。
by-zero = 不能除以零。
too-large = 这个数太大了，我算不了。
no-root = 没有这样的数。
plus = 加
minus = 减
times = 乘以
divided = 除以
power =
    { $exponent ->
        [2] { $base } 的平方
        [3] { $base } 的立方
       *[other] { $base } 的 { $exponent } 次方
    }
root = 根号
ask-sum = 要算什么？
title-work_out = 算一算
about-work_out = 计算算式、百分比、乘方或开方。

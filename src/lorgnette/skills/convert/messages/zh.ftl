hint = 五英里是多少公里
is = { $quantity }等于{ $result }。
is-about = { $quantity }约等于{ $result }。
incompatible = { $quantity }不能换算成{ $unit }，它们量的不是同一种东西。
ask-quantity = 多少？
ask-unit = 换算成什么单位？
ask-source = 从什么单位换算？

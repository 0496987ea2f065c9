hint = what is 15 percent of 80
equals = { $sum } is { $result }.
about = { $sum } is about { $result }.
by-zero = Nothing can be divided by zero.
too-large = That number is too large for me.
no-root = There is no such number.
plus = plus
minus = minus
times = times
divided = divided by
power =
    { $exponent ->
        [2] { $base } squared
        [3] { $base } cubed
       *[other] { $base } to the power of { $exponent }
    }
root = the square root of
ask-sum = What should I work out?

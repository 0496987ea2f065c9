skill-title = Calculator
skill-about = Sums, percentages, powers and roots, reckoned here and exactly.
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
title-work_out = Work out
about-work_out = Works out a sum, a percentage, a power or a root.

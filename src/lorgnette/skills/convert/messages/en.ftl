hint = how many kilometres are five miles
is = { $quantity } is { $result }.
is-about = { $quantity } is about { $result }.
incompatible = I can't turn { $quantity } into { $unit }: they measure different things.
ask-quantity = How much?
ask-unit = Into which unit?
ask-source = From which unit?

"""One wearer with one pair of glasses: the shell around the pure conversation."""

"""Numbers in words, one file a language, each with `wholes` and `numbers`.

Both find every number that begins at a position of some words, as (position after it, value).
They return whole numbers as `int` and all others as `Decimal`, never above `LIMIT`.
"""

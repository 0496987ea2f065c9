"""Rows of open catalogues as goods and prices: Open Food Facts, Open Prices, schema.org, anybody's.

Pure: a row goes in, a `Good` or an `Observation` comes out, or Unusable says what is wrong.
"""


class Unusable(ValueError):
    """A row that says nothing that can be kept; the text says why."""


__all__ = ["Unusable"]

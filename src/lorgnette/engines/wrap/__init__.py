"""Wrappers of the same shape as what they wrap: fallback, retry, timing, record."""

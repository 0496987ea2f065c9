"""Signals to events, counted in samples; no I/O, no clock."""

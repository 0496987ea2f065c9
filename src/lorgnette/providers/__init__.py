"""Implementations of the engines. Heavy imports happen inside functions, where they are used."""

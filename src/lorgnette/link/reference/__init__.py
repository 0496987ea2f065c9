"""Writes the reference of the link, for whoever builds glasses in another language."""

from lorgnette.link.reference.page import FILES, render

__all__ = ["FILES", "render"]

"""What there is on a map that has a name or is looked for by its kind."""

from lorgnette.core.places.place import Address, Place

__all__ = ["Address", "Place"]

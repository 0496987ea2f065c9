"""What a code says, by everything that is known of codes. Pure; nothing is opened or called."""

from lorgnette.core.codes.code import CORRECTING, RETAIL, Code, Symbology

__all__ = ["CORRECTING", "RETAIL", "Code", "Symbology"]

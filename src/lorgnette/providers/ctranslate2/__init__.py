"""Translation by models in a folder: OPUS-MT, NLLB and M2M-100, run by CTranslate2."""

from lorgnette.providers.ctranslate2.ctranslate2 import CTranslate2

__all__ = ["CTranslate2"]

"""The embedded recogniser: Moonshine tiny, an English network of 27 million weights.

The networks are those that come with `moonshine-voice`; they are run here with onnxruntime, so
that the search can be kept within what could be meant, which the package does not offer.
"""

from lorgnette.providers.moonshine.recogniser import Moonshine

__all__ = ["Moonshine"]

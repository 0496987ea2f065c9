"""Who speaks: the two networks about voices that are compiled into Moonshine's library.

They are pyannote's segmentation («community-1»: where one voice takes over from another) and
WeSpeaker's ResNet34 (whose voice it is), both MIT-licensed as the package that carries them. As
with the recogniser's networks, only the bytes are taken from the package; onnxruntime runs them.
"""

from lorgnette.providers.moonshine.voices.diariser import MoonshineDiariser
from lorgnette.providers.moonshine.voices.embedder import MoonshineEmbedder

__all__ = ["MoonshineDiariser", "MoonshineEmbedder"]

"""Recognition in other languages, and who speaks: models of the sherpa-onnx project.

The package is optional, and its models are fetched by `lorgnette models get`. What a folder holds
is found by its files and by the properties that the project writes into its networks.
"""

from lorgnette.providers.sherpa.recogniser import SherpaOnnx
from lorgnette.providers.sherpa.speakers import SherpaSpeakers

__all__ = ["SherpaOnnx", "SherpaSpeakers"]

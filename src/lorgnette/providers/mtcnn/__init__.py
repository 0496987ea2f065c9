"""Faces, found by the three small networks of MTCNN."""

from lorgnette.providers.mtcnn.finder import MTCNN

__all__ = ["MTCNN"]

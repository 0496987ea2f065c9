"""Places in a picture: rows of left, top, right and bottom. No networks."""

import numpy as np

from lorgnette.providers.mtcnn.layers import Floats


def corrected(places: Floats, corrections: Floats) -> Floats:
    """Places moved by corrections, which count in the sides of each."""
    sides = (places[:, 2:] - places[:, :2])[:, [0, 1, 0, 1]]
    moved: Floats = places + corrections * sides
    return moved


def squared(places: Floats) -> Floats:
    """The squares with the same centres that hold the places."""
    centres = (places[:, :2] + places[:, 2:]) / 2
    half = (places[:, 2:] - places[:, :2]).max(axis=1, keepdims=True) / 2
    return np.concatenate([centres - half, centres + half], axis=1)


def apart(places: Floats, certainties: Floats, most: float, *, inside: bool = False) -> list[int]:
    """Which to keep so that no two share more than `most` of both, the most certain first.

    `inside`: of the smaller one, so that none lies in another.
    """
    sizes = (places[:, 2] - places[:, 0]) * (places[:, 3] - places[:, 1])
    waiting = np.argsort(-certainties)
    kept = list[int]()
    while len(waiting):
        first, waiting = int(waiting[0]), waiting[1:]
        kept.append(first)
        begin = np.maximum(places[first, :2], places[waiting, :2])
        end = np.minimum(places[first, 2:], places[waiting, 2:])
        shared = np.prod(np.maximum(end - begin, 0), axis=1)
        smaller = np.minimum(sizes[first], sizes[waiting])
        both = smaller if inside else sizes[first] + sizes[waiting] - shared
        waiting = waiting[shared <= most * both]
    return kept

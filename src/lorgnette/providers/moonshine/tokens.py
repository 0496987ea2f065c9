"""Text to pieces and back: the vocabulary file that comes with Moonshine."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

START = 1
END = 2
FIRST_BYTE = 3
FIRST_MERGED = FIRST_BYTE + 256
GAP = "▁"
"""How a piece writes the space before a word."""


def read_pieces(data: bytes) -> list[bytes]:
    """The pieces of a vocabulary file, by number.

    Each piece is its length (one byte, or two with the high bit of the first set and the low
    seven bits in front) and its UTF-8 bytes. Raises ValueError when the file is cut short.
    """
    pieces = []
    place = 0
    while place < len(data):
        length = data[place]
        place += 1
        if length >= 128:
            if place == len(data):
                raise ValueError("the vocabulary file ends inside a length")
            length = length - 128 + data[place] * 128
            place += 1
        if place + length > len(data):
            raise ValueError("the vocabulary file ends inside a piece")
        pieces.append(data[place : place + length])
        place += length
    return pieces


class Tokens:
    """The pieces the model reads and writes.

    The earlier a piece was merged when the vocabulary was learnt, the lower its number, so the
    lowest number wins when text is put together again (byte-pair encoding, Sennrich 2016).
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        """`pieces`: by number, as `read_pieces` gives them."""
        self._pieces = list(pieces)
        texts = (piece.decode("utf-8", "replace") for piece in pieces)
        self._numbers: dict[str, int] = {}
        for number, text in enumerate(texts):
            if number >= FIRST_MERGED:
                self._numbers.setdefault(text, number)
        self.encode = lru_cache(maxsize=2**16)(self._encode)

    @classmethod
    def load(cls, path: Path) -> "Tokens":
        """Read a vocabulary file. Raises OSError or ValueError."""
        return cls(read_pieces(path.read_bytes()))

    def __len__(self) -> int:
        return len(self._pieces)

    def piece(self, token: int) -> str:
        """The text of one token as written in the vocabulary, with `GAP` for a space."""
        return self._pieces[token].decode("utf-8", "replace")

    def opens_word(self, token: int) -> bool:
        """Whether a new word starts with this token."""
        return token >= FIRST_MERGED and self.piece(token).startswith(GAP)

    def decode(self, tokens: Iterable[int]) -> str:
        """The text of tokens, without the marks of start and end."""
        data = b"".join(self._pieces[token] for token in tokens if token >= FIRST_BYTE)
        return data.decode("utf-8", "replace").replace(GAP, " ").strip()

    def _encode(self, text: str) -> tuple[int, ...]:
        """The tokens of text; a leading space is meant as such, none is added."""
        parts = list(text.replace(" ", GAP))
        while (place := self._best_merge(parts)) is not None:
            parts[place : place + 2] = [parts[place] + parts[place + 1]]
        return tuple(token for part in parts for token in self._numbers_of(part))

    def _best_merge(self, parts: list[str]) -> int | None:
        candidates = (
            (number, place)
            for place in range(len(parts) - 1)
            if (number := self._numbers.get(parts[place] + parts[place + 1])) is not None
        )
        best = min(candidates, default=None)
        return None if best is None else best[1]

    def _numbers_of(self, part: str) -> Iterable[int]:
        if part in self._numbers:
            return (self._numbers[part],)
        return (byte + FIRST_BYTE for byte in part.encode())

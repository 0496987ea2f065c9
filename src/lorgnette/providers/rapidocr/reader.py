"""Reads pictures line by line, in a thread: the networks free the interpreter lock."""

from collections.abc import AsyncGenerator, Iterator, Mapping
from typing import Any, Final

import anyio
import anyio.to_thread
import numpy as np

from lorgnette.core.errors import EngineFailed, EngineHung, UnsupportedLanguage
from lorgnette.core.pages import Row
from lorgnette.core.pages.order import in_order
from lorgnette.core.pictures import Box, Pixels
from lorgnette.core.types import Language
from lorgnette.providers.rapidocr import networks
from lorgnette.providers.rapidocr.detection import places
from lorgnette.providers.rapidocr.directions import Corners, lines
from lorgnette.providers.rapidocr.recognition import Reading, Recognition, cut

SIDE: Final = 1280
"""Pixels of the longer side in which text is looked for, down to a height of 9; it is read in
the whole picture."""

LEAST: Final = 0.5
"""Confidence below which nothing was read."""

PATIENCE: Final = 30.0
"""Seconds for one picture."""

FOREIGN: Final = frozenset(
    {"ko", "th", "ar", "fa", "ur", "he", "ru", "uk", "be", "bg", "mk", "sr", "kk", "mn", "el"}
    | {"hi", "mr", "ne", "bn", "ta", "te", "kn", "ml", "gu", "pa", "si", "my", "km", "lo", "ka"}
    | {"hy", "am"}
)
"""Languages whose letters the networks do not know: they would read others into them."""


class RapidOCR:
    """Implements `Reader` for Chinese, Japanese, English and what else has Latin letters."""

    def __init__(self, _tables: Mapping[str, Any], patience: float = PATIENCE) -> None:
        """`patience`: seconds for one picture. Raises MissingPart; loads nothing yet."""
        networks.folder()
        self._patience = patience
        self._turns = anyio.CapacityLimiter(1)
        self._eye: Eye | None = None

    async def read(
        self, pixels: Pixels, /, *, language: Language | None = None
    ) -> AsyncGenerator[Row]:
        """See `Reader`. Pictures that are read at once share the time line by line."""
        if language in FOREIGN:
            raise UnsupportedLanguage(
                f"the embedded reader does not know the letters of {language}"
            )
        rows = self._rows(pixels)
        until = anyio.current_time() + self._patience
        while (row := await self._next(rows, until - anyio.current_time())) is not None:
            yield row

    async def _next(self, rows: Iterator[Row], patience: float) -> Row | None:
        try:
            with anyio.fail_after(patience):
                return await anyio.to_thread.run_sync(
                    next, rows, None, abandon_on_cancel=True, limiter=self._turns
                )
        except TimeoutError as error:
            raise EngineHung(f"a picture was not read in {self._patience:g} s") from error
        except Exception as error:  # onnxruntime and OpenCV raise their own
            raise EngineFailed(f"a picture could not be read: {error}") from error

    def _rows(self, pixels: Pixels) -> Iterator[Row]:
        """The rows, in a worker thread; the networks are loaded by the first picture."""
        if self._eye is None:
            self._eye = Eye()
        yield from self._eye.rows(pixels)


class Eye:
    """The two networks, loaded."""

    def __init__(self) -> None:
        self._detection = networks.load(networks.DETECTION)
        self._recognition = Recognition(networks.load(networks.RECOGNITION))

    def rows(self, pixels: Pixels) -> Iterator[Row]:
        """What stands in a picture, line by line."""
        read: dict[bytes, Reading] = {}

        def reading(corners: Corners) -> Reading:
            """What stands there; lines that showed the direction are not read again."""
            place = corners.tobytes()
            if place not in read:
                read[place] = self._recognition.read(cut(pixels, corners))
            return read[place]

        for row in in_order(
            _blank(each) for each in lines(places(self._detection, pixels, SIDE), reading)
        ):
            said = reading(np.array(row.box.corners))
            if said.confidence >= LEAST and any(map(str.isalnum, said.text)):
                yield Row(said.text, row.box, said.confidence)


def _blank(corners: Corners) -> Row:
    """A row that is still to be read."""
    one, two, three, four = ((float(across), float(down)) for across, down in corners)
    return Row("", Box((one, two, three, four)))

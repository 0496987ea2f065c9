"""The promises of a code reader are checked: whoever breaks one is told which."""

import pytest
from msgspec.structs import replace

from lorgnette.core.pictures import Box
from lorgnette.providers.zxing import Zxing
from lorgnette.testing.codereaders import ScriptedCodes, check_code_reader

pytestmark = pytest.mark.asyncio


class Bent(Zxing):
    """A real reader whose codes are changed before they are given out."""

    def __init__(self, change):
        super().__init__({})
        self.change = change

    async def read(self, pixels, /, *, thorough=False):
        return self.change(await super().read(pixels, thorough=thorough))


def shouting(codes):
    return [replace(code, text=code.text.upper()) for code in codes]


def doubting(codes):
    return [replace(code, sure=code.symbology != "ean-13") for code in codes]


def lost(codes):
    return [replace(code, box=Box(((0, 0), (1, 0), (1, 1), (0, 1)))) for code in codes]


def straight(codes):
    return [code for code in codes if abs(code.box.corners[0][1] - code.box.corners[1][1]) < 20]


BREACHES = {
    "one qr is read once": lambda codes: codes * 2,
    "qr is right": shouting,
    "a clear ean-13 is sure": doubting,
    "several are read, the largest first": lambda codes: codes[::-1],
    "a box is where the code is": lost,
    "a code that lies askew is read": straight,
}


@pytest.mark.slow
@pytest.mark.parametrize("breach", BREACHES)
async def test_a_breach_is_told(breach):
    with pytest.raises(AssertionError, match=breach):
        await check_code_reader(Bent(BREACHES[breach]))


async def test_a_script_is_no_reader():
    with pytest.raises(AssertionError, match="is read once"):
        await check_code_reader(ScriptedCodes())

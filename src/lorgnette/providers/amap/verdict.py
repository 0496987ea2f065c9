"""Whether Amap answered, and in one sentence why not, by its «infocode». No I/O."""

from collections.abc import Mapping
from typing import Any, Final

from lorgnette.core.errors import EngineFailed, NoMap, NoRoute
from lorgnette.providers import foreign

WHO: Final = "Amap"

FINE: Final = "10000"

KEY: Final = {
    "10001": "does not know the key, or it has expired",
    "10002": "does not let this key ask for this",
    "10005": "lets only other addresses use this key: see its white list",
    "10006": "lets only other domains use this key",
    "10007": "wants a signature, or another: see `secret`",
    "10008": "wants a security code with this key",
    "10009": "knows this key for another platform: one for «Web 服务» is needed",
    "10012": "does not let this key ask for this",
    "10013": "says that the key was deleted",
    "10026": "has closed the account of this key",
    "10041": "does not let this key ask for this",
    "20011": "does not let this key ask for places abroad",
    "40000": "says that what was bought is used up",
    "40002": "says that what was bought has expired",
}
"""What whoever runs the hub can mend."""

RESTS: Final = {
    **dict.fromkeys(("10014", "10019", "10020", "10021"), 1.0),
    **dict.fromkeys(("10004", "10010", "10015", "10016", "10017"), 60.0),
    **dict.fromkeys(("10003", "10029", "10044", "10045"), 3600.0),
}
"""Seconds to ask nothing after too much was asked: of a second, a minute, or a day."""


class TooMuchAsked(EngineFailed):
    """It was asked too often; `rest` are the seconds to leave it alone."""

    def __init__(self, code: str) -> None:
        self.rest = RESTS[code]
        super().__init__(f"{WHO} was asked too much ({code}): again in {self.rest:.0f} s")


def checked(body: bytes) -> Mapping[str, Any]:
    """An answer that is one. Raises NoMap and NoRoute as a `Router`, else EngineFailed."""
    said = foreign.decoded(body, dict[str, Any], WHO)
    code = foreign.name(said.get("infocode"))
    if code == FINE and foreign.name(said.get("status")) == "1":
        return said
    raise _trouble(code, foreign.name(said.get("info")))


def _trouble(code: str, info: str) -> Exception:
    if code in RESTS:
        return TooMuchAsked(code)
    if code in KEY:
        return EngineFailed(f"{WHO} {KEY[code]} ({code}): look at [providers.amap]")
    if code in {"20800", "20801"}:  # not in China, or no road near
        return NoMap(f"{WHO} has no road there ({code})")
    if code in {"20802", "20803"}:  # none found, or too far for this mode
        return NoRoute(f"{WHO} finds no way ({code})")
    if not code:
        return EngineFailed(f"{WHO} answers something else than it should")
    return EngineFailed(f"{WHO} refuses ({code}): {info}")

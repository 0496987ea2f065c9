"""Where Photon is, and which languages it speaks."""

from lorgnette.core.types import ENGLISH, Language
from lorgnette.providers.services import ServiceSettings


class PhotonSettings(ServiceSettings, frozen=True):
    """The table `providers.photon`.

    `languages` are those that the server was told to know; in all others it says names as they
    stand there. The public one knows these.
    """

    languages: tuple[Language, ...] = (ENGLISH, Language("de"), Language("fr"))

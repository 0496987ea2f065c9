"""The meetings of a wearer, as the page reads them and takes them away."""

from lorgnette.app.hub import Hub
from lorgnette.core.minutes import Minutes, written
from lorgnette.core.transcripts.exports import export
from lorgnette.core.types import Wearer
from lorgnette.engines.meetings import Diary
from lorgnette.skills.minuted import minutes_of


class Diaries:
    """Implements `web.api.meetings.Meetings`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def of(self, wearer: Wearer, /) -> Diary:
        """See `Meetings`."""
        return self.hub.meetings.of(wearer)

    async def minutes(self, wearer: Wearer, meeting: int, /) -> Minutes:
        """See `Meetings`."""
        return await minutes_of(self.of(wearer), meeting)

    async def export(self, wearer: Wearer, meeting: int, ending: str, /) -> bytes:
        """See `Meetings`. The minutes are in every file that has room for them."""
        diary = self.of(wearer)
        known, said = await diary.one(meeting), await diary.transcript(meeting)
        if ending not in written.FORMATS:
            return export(said, ending)
        minutes = await minutes_of(diary, meeting)
        return written.export(minutes, said, ending, known.language)

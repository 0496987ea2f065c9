"""The contracts of what can be swapped, one file each. Implementations live in `providers`."""

from lorgnette.engines.catalogue import CATALOGUE, Catalogue
from lorgnette.engines.codereader import CODE_READER, CodeReader
from lorgnette.engines.diariser import DIARISER, Diariser, VoiceSpan
from lorgnette.engines.facefinder import FACE_FINDER, FaceFinder
from lorgnette.engines.journeys import JOURNEYS, JourneyLog, Journeys, Kept, Logbook
from lorgnette.engines.key import Key
from lorgnette.engines.languageidentifier import LANGUAGE_IDENTIFIER, LanguageIdentifier
from lorgnette.engines.live import (
    BROADCASTER,
    PROJECTOR,
    Broadcaster,
    Projector,
    Screening,
    Showing,
)
from lorgnette.engines.meetings import (
    MEETINGS,
    Diary,
    Hit,
    Mark,
    Meeting,
    Meetings,
    Recorder,
    Search,
)
from lorgnette.engines.painter import PAINTER, Painter
from lorgnette.engines.photos import PHOTOS, Album, Filming, Photo, Photos
from lorgnette.engines.places import PLACES, Found, Places
from lorgnette.engines.reader import READER, Reader
from lorgnette.engines.recogniser import RECOGNISER, Hearing, Recogniser, Transcript, Vocabulary
from lorgnette.engines.records import RECORDS, Records, Shelf, Stored, Thing
from lorgnette.engines.router import ROUTER, Router, Trip, answered
from lorgnette.engines.seer import SEER, Seer
from lorgnette.engines.speakerembedder import (
    SPEAKER_EMBEDDER,
    SpeakerEmbedder,
    SpeakerEmbedding,
)
from lorgnette.engines.thinker import THINKER, Call, Message, Thinker, Tool, Words
from lorgnette.engines.translator import TRANSLATOR, Translation, Translator, follow, ways
from lorgnette.engines.voice import VOICE, Voice
from lorgnette.engines.voiceactivity import VOICE_ACTIVITY, SpeechMeter, VoiceActivity
from lorgnette.engines.wakeword import WAKE_WORD, WakeMeter, WakeWord

__all__ = [
    "BROADCASTER",
    "CATALOGUE",
    "CODE_READER",
    "DIARISER",
    "FACE_FINDER",
    "JOURNEYS",
    "LANGUAGE_IDENTIFIER",
    "MEETINGS",
    "PAINTER",
    "PHOTOS",
    "PLACES",
    "PROJECTOR",
    "READER",
    "RECOGNISER",
    "RECORDS",
    "ROUTER",
    "SEER",
    "SPEAKER_EMBEDDER",
    "THINKER",
    "TRANSLATOR",
    "VOICE",
    "VOICE_ACTIVITY",
    "WAKE_WORD",
    "Album",
    "Broadcaster",
    "Call",
    "Catalogue",
    "CodeReader",
    "Diariser",
    "Diary",
    "FaceFinder",
    "Filming",
    "Found",
    "Hearing",
    "Hit",
    "JourneyLog",
    "Journeys",
    "Kept",
    "Key",
    "LanguageIdentifier",
    "Logbook",
    "Mark",
    "Meeting",
    "Meetings",
    "Message",
    "Painter",
    "Photo",
    "Photos",
    "Places",
    "Projector",
    "Reader",
    "Recogniser",
    "Recorder",
    "Records",
    "Router",
    "Screening",
    "Search",
    "Seer",
    "Shelf",
    "Showing",
    "SpeakerEmbedder",
    "SpeakerEmbedding",
    "SpeechMeter",
    "Stored",
    "Thing",
    "Thinker",
    "Tool",
    "Transcript",
    "Translation",
    "Translator",
    "Trip",
    "Vocabulary",
    "Voice",
    "VoiceActivity",
    "VoiceSpan",
    "WakeMeter",
    "WakeWord",
    "Words",
    "answered",
    "follow",
    "ways",
]

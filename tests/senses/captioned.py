"""Captions of sounds that carry their own script: a voice says a word each half second."""

from lorgnette.core.captions import Captions, follow
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.engines import Transcript
from lorgnette.senses.captioner import Captioner, CaptionRules
from lorgnette.testing.signals import ScriptedVoiceActivity

WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
CHUNK = 512 * 2


def said_in(piece):
    """The words of which the end lies in a piece, about: the same words however sound is cut."""
    half, about = SAMPLE_RATE // 2, SAMPLE_RATE // 10
    first, last = (piece.first + about) // half, (piece.last + about) // half
    return " ".join(WORDS[at % 10] for at in range(first, last))


class Dictation:
    """Feeds a captioner, answers its questions at once, and keeps the events."""

    def __init__(self, rules=None, activity=None, language=ENGLISH, hears=said_in):
        self.captioner = Captioner(activity or ScriptedVoiceActivity(), language, rules)
        self.hears = hears
        self.now = 0
        self.events = []
        self.questions = []

    def hear(self, *sounds, chunk=CHUNK):
        for sound in sounds:
            for start in range(0, len(sound), chunk):
                piece = sound[start : start + chunk]
                self.events += self.captioner.hear(self.now, piece)
                self.now += len(piece) // 2
                self.answer()
        return self

    def answer(self):
        while (question := self.captioner.question()) is not None:
            self.questions.append(question)
            heard = Transcript(self.hears(question.speech), self.captioner.language)
            self.events += self.captioner.answer(question, heard)

    def end(self):
        self.events += self.captioner.end()
        self.answer()
        return self

    @property
    def shown(self) -> Captions:
        shown: Captions = ()
        for event in self.events:
            shown = follow(event, shown, 10_000)
        return shown

    @property
    def texts(self):
        return [line.text for line in self.shown]


RULES = CaptionRules(guesses=2, hold=1)

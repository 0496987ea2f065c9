"""Every example of every shipped skill means what it says, among the sentences of all skills."""

import msgspec

from lorgnette.core.errors import NotFound
from lorgnette.core.readings import Intent, Missing
from lorgnette.core.slots import Context
from lorgnette.engines import TRANSLATOR, Translation
from lorgnette.skills.sentences import sentences_of
from lorgnette.testing.examples import answer_to, examples_of, mistake_in
from lorgnette.testing.turns import NOW, reading_of
from lorgnette.understanding import Grammar


class Dictionary:
    """A translator of the few phrases in the examples."""

    def __init__(self, phrases, sources):
        self.phrases = phrases
        self.sources = sources

    async def translate(self, text, /, *, source, target):
        if self.sources.get(text, source) != source or (text, target) not in self.phrases:
            raise NotFound(text)
        return Translation(self.phrases[text, target])


DICTIONARY = Dictionary(
    {
        ("thank you", "ja"): "ありがとう",
        ("谢谢", "ja"): "ありがとう",
        ("gracias", "en"): "thank you",
        ("gracias", "zh"): "谢谢",
        ("merci", "en"): "thank you",
        ("merci", "zh"): "谢谢",
    },
    sources={"gracias": "es", "merci": "fr"},
)


async def test_it_is_read_and_answered(catalogue, skill, language):
    for example in examples_of(skill, language):
        reading = reading_of(catalogue, example.say, language=language)

        assert mistake_in(reading, example, skill, language) == "", example.say
        if example.answer:
            engines = {TRANSLATOR: DICTIONARY}
            answer = await answer_to(example, skill, language, skills=catalogue, engines=engines)
            assert answer == example.answer


def test_no_other_skill_claims_an_example(grammars, skill, language):
    for example in examples_of(skill, language):
        for name, grammar in grammars[language].items():
            heard = grammar.heard(example.say, Context(language, NOW))
            claimed = grammar.exactly(heard)
            # Words that stand in a sentence beat a slot for any words, as the whole grammar shows.
            intent = claimed.intent if isinstance(claimed, Missing) else claimed
            slots = intent.slots if isinstance(intent, Intent) else {}
            literal = claimed is not None and str not in map(type, slots.values())

            assert not literal or name == skill.name, f"{name} takes {example.say!r} too"


def test_every_template_has_an_example(skill, language):
    examples = examples_of(skill, language)
    for sentences in sentences_of(skill, language):
        own = [each for each in examples if sentences.action == f"{skill.name}.{each.action}"]
        for template in sentences.templates:
            alone = msgspec.structs.replace(sentences, templates=(template,))
            grammar = Grammar.compile(language, [alone])
            heard = (grammar.heard(each.say, Context(language, NOW)) for each in own)

            assert any(map(grammar.exactly, heard)), f"{sentences.action}: {template}"

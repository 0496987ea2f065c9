"""Which reading a sentence gets, given what is open: the tiers, in order of trust."""

from lorgnette.core.conversation import State
from lorgnette.core.readings import Answer, Reading, Stop
from lorgnette.core.replies import Ask
from lorgnette.core.slots import Context, slot_for
from lorgnette.understanding import Grammar, is_stop, read_answer, read_consent

DOUBT = 0.6
"""Nats a word: how much worse an answer or a stop word may fit than what was heard instead."""


def read(
    grammar: Grammar,
    state: State,
    ask: Ask | None,
    said: tuple[str, str, float],
    context: Context,
) -> Reading:
    """What a sentence means now.

    `said` is the text, the sentence of the vocabulary that fits its sounds, and the doubt about
    that (see `Transcript`). Stop words come first, then answers to what was asked, then the
    sentences of the skills. Only unmistakable words are a yes to an offer.
    """
    text, meant, doubt = said
    likely = (text, meant) if meant and doubt <= DOUBT else (text,)
    if any(is_stop(each, context.language) for each in likely):
        return Stop()
    if state.offer is not None:
        consent = read_consent(text, context.language)
        if consent is not None:
            return Answer(choice=0 if consent else 1)
    elif state.question is not None:
        slot = None if ask is None or ask.choices else slot_for(ask.kind)
        for each in likely:
            answer = read_answer(each, state.question, context, slot)
            if answer is not None:
                return answer
    return grammar.read(text, context, meant=meant, doubt=doubt)

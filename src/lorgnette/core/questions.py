"""What the wearer is asked, as data: it is written to the journal and compared on replay."""

import msgspec


class Question(msgspec.Struct, frozen=True):
    """An open question to the wearer.

    Each of `choices` is one possible answer with its synonyms, the one to be shown first; the
    answer is its index. Without choices the answer is a value, and `slot` names its type.
    """

    text: str
    choices: tuple[tuple[str, ...], ...] = ()
    slot: str = ""

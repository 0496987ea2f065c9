"""Utterances for networks that hear a whole one at a time: what is new in them, and what settled.

Their guess is made anew from all the sound, so what is said is asked for only when there is news,
and a long utterance is heard in parts that are cut where it is quiet.
"""

from lorgnette.providers.whole.hearing import WholeHearing

__all__ = ["WholeHearing"]

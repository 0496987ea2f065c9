"""Codes that a person types once, and tokens that glasses keep."""

import hashlib
import secrets
import unicodedata

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""No two of these are mistaken for each other, and none for one that is missing."""

LENGTH = 8
"""Characters of a code: one of 25**8, which is 150 thousand million."""


def new_code() -> str:
    """A code, unguessable in the few tries there are."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """A code as people read it: `ACDE-FGHJ`."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def read_code(typed: str) -> str | None:
    """The code in what somebody typed: any case, any spaces or dashes; None when it is no code."""
    if len(typed) > 100:
        return None
    letters = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(letter for letter in letters if letter.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def new_token() -> str:
    """A token: 256 random bits, as 43 characters that need no escaping anywhere."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret: its SHA-256, in hexadecimal.

    A token has too many bits to be guessed from it. A code has not, but lives for minutes in a
    file that only the hub's owner can read.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()

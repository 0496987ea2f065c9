"""How the conformance suites say that a provider broke a promise."""


def promise(kept: bool, what: str) -> None:
    """Raise AssertionError with the words of the promise when it was not kept."""
    if not kept:
        raise AssertionError(f"not kept: {what}")

"""What went wrong and where, for the log, without a word of the wearer.

The text of an exception may hold what somebody said («invalid literal: 'my secret'»), so of
errors that are not meant for the operator only the type and the lines of code are told.
"""

import logging
import traceback

from lorgnette.core.errors import EngineFailed, OperatorError

DEPTH = 3
"""Lines of code that are told, the innermost first."""


def report(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log that something broke."""
    log.error("%s: %s", what, trace_of(error))


def trace_of(error: BaseException) -> str:
    """The type of an error and where it came from; its text only when it is for the operator."""
    if isinstance(error, BaseExceptionGroup):
        return "; ".join(trace_of(each) for each in error.exceptions)
    if isinstance(error, OperatorError) and not isinstance(error, EngineFailed):
        return f"{type(error).__name__}: {error}"
    frames = traceback.extract_tb(error.__traceback__)[-DEPTH:]
    places = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in reversed(frames)]
    return " < ".join([type(error).__name__, *places])


def cause_of(error: Exception) -> Exception:
    """What went wrong, out of the groups that concurrent tasks wrap it in."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error

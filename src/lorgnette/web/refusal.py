"""How the hub says no over HTTP: a code for the page, and a sentence for whoever wrote it."""

import math

from starlette.responses import JSONResponse


def refusal(status: int, error: str, says: str, retry_after: float | None = None) -> JSONResponse:
    """`{"error": error, "says": says}`; `retry_after`: seconds until asking again may help."""
    headers = {} if retry_after is None else {"retry-after": str(max(1, math.ceil(retry_after)))}
    return JSONResponse({"error": error, "says": says}, status, headers)

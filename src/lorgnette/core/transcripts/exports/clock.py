"""Times as people and files write them."""


def clock(seconds: float) -> str:
    """`0:07`, `12:34`, `1:02:03`: without parts of a second."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def precise(milliseconds: int, point: str) -> str:
    """`01:02:03.004`, as subtitles are timed; `point` stands before the thousandths."""
    seconds, thousandth = divmod(milliseconds, 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{thousandth:03}"

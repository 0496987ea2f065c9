"""Tables that come with the slots: tab-separated, `#` begins a comment, read on first use."""


def rows(name: str) -> list[list[str]]:
    """The rows of `data/<name>.tsv`, each with its cells."""
    from pathlib import Path

    text = Path(__file__).with_name("data").joinpath(f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]

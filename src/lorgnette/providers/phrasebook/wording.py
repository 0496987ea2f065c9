"""Different wordings of one phrase: `where is (the|a) [nearest] bank`."""

import re

_INNERMOST = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


def wordings(template: str) -> list[str]:
    """Every sentence a template stands for, in order, none twice.

    `(a|b)` is one of the options and `[a]` is optional, as in hassil; both may be nested.
    """
    group = _INNERMOST.search(template)
    if group is None:
        return [" ".join(template.split())]
    required, optional = group.groups()
    options = required.split("|") if optional is None else [*optional.split("|"), ""]
    before, after = template[: group.start()], template[group.end() :]
    found = (sentence for option in options for sentence in wordings(before + option + after))
    return list(dict.fromkeys(found))

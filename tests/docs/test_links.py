"""What a page of the documentation leads to, or shows, is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
ELSEWHERE = re.compile(r"\w+:")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_nothing_that_a_page_leads_to_is_missing(page):
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    near = [link for link in LINK.findall(text) if not ELSEWHERE.match(link)]
    assert [link for link in near if not (page.parent / link).exists()] == []

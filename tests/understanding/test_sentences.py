import pytest

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.types import ENGLISH


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("play {song", "stands alone"),
        ("play {tune}", "there is no parameter 'tune'"),
        ("{song}", "any sentence, or none"),
        ("[play] {song}", "any sentence, or none"),
        ("[play]", "any sentence, or none"),
        ("", "any sentence, or none"),
    ],
)
def test_a_mistake_names_the_action_and_the_template(make, template, reason):
    item = make("music.play", {"song": str}, template)

    with pytest.raises(ExtensionFailed, match=r"music\.play") as caught:
        list(item.trees(ENGLISH))

    assert reason in str(caught.value)
    assert template in str(caught.value)


def test_a_typed_slot_says_something(make):
    assert len(list(make("math.echo", {"n": int}, "{n}").trees(ENGLISH))) == 1

import pytest

from lorgnette.providers.moonshine.written import spoken, written


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("sixteen", "16"),
        ("twenty one", "21"),
        ("a hundred and five", "105"),
        ("one hundred five", "105"),
        ("nine hundred ninety nine", "999"),
        ("two thousand", "2,000"),
        ("fifty percent", "50%"),
        ("one dollar", "$1"),
        ("five dollars", "$5"),
        ("one point five", "1.5"),
        ("seven thirty", "7:30"),
        ("seven oh five", "7:05"),
        ("nine o'clock", "9:00"),
        ("twenty third", "23rd"),
        ("thirtieth", "30th"),
        ("eleventh", "11th"),
        ("nineteen ninety nine", "1999"),
        ("pm", "p.m."),
        ("p m", "p.m."),
    ],
)
def test_what_is_said_in_words_may_be_written_in_figures(said, figures):
    assert figures in written()[tuple(said.split())]


def test_every_number_has_one_plain_way_to_be_said():
    plain = {next(spoken(number)) for number in range(1000)}

    assert len(plain) == 1000

from typing import Annotated

import msgspec
from msgspec import inspect as types

from lorgnette.link.messages import Hello, Touched
from lorgnette.link.reference.fields import default, sentences, shape, summary


def test_reads_the_sentence_below_an_attribute_of_a_class_and_its_parents():
    assert sentences(Hello)["token"] == "The pairing token of these glasses."
    assert "number" in sentences(Touched)


def test_reads_a_docstring_on_one_line():
    assert summary(Touched) == "A finger on the temple."


def test_says_a_type_in_words():
    fields = {field.name: field for field in types.type_info(Hello).fields}

    assert shape(fields["token"].type) == "text, at most 256 characters or null"
    assert shape(fields["language"].type) == "text, `^[a-z]{2,3}$`"
    assert shape(fields["last_event"].type) == "whole number, 0 to 2⁵³−1"
    assert default(fields["version"]) == "required"
    assert default(fields["client"]) == '`""`'


def test_says_bounds_of_numbers():
    assert shape(types.type_info(Annotated[float, msgspec.Meta(ge=0, le=1)])) == "number, 0 to 1"
    assert shape(types.type_info(tuple[bool, ...])) == "list of true or false"

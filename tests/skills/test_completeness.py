"""Nothing a wearer could meet is missing, left over, or in the wrong language."""

import ast
import re

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from lorgnette.core.readings import Intent
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.skills.catalogue import LANGUAGES
from lorgnette.skills.sentences import sentences_of
from lorgnette.testing.examples import examples_of
from lorgnette.testing.turns import reading_of

LATIN = {"UTC"}
"""Words in Latin letters that a Chinese message may have."""


class Found(Visitor):
    """The variables, the messages referred to and the plain text of one message."""

    def __init__(self, message):
        self.variables, self.references, self.text = set(), set(), ""
        self.visit(message.value)

    def visit_VariableReference(self, node):  # noqa: N802 - named by fluent.syntax
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node):  # noqa: N802 - named by fluent.syntax
        self.references.add(node.id.name)

    def visit_TextElement(self, node):  # noqa: N802 - named by fluent.syntax
        self.text += node.value


def messages_in(folder, language):
    """The messages of a file by name."""
    body = FluentParser().parse((folder / "messages" / f"{language}.ftl").read_text()).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk)]
    return {entry.id.name: Found(entry) for entry in body if isinstance(entry, ftl.Message)}


def variables_of(name, messages):
    """The variables of a message and of those it refers to."""
    found = messages[name]
    return found.variables.union(*(variables_of(each, messages) for each in found.references))


def calls_in(skill):
    """Every `turn.message("name", value=…)` in the code of a skill: name and values."""
    for path in skill.folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                first = node.args[0] if node.args else None
                if node.func.attr == "message" and isinstance(first, ast.Constant):
                    yield first.value, {keyword.arg for keyword in node.keywords}


def constants_in(skill):
    """Every string in the code of a skill."""
    return {
        node.value
        for path in skill.folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_action_can_be_said_and_has_examples(skill, language):
    said = {sentences.action for sentences in sentences_of(skill, language)}
    shown = {f"{skill.name}.{example.action}" for example in examples_of(skill, language)}
    names = {action.name for action in skill.actions.values()}

    assert said == names
    assert shown == names


def test_every_action_has_a_summary(skill):
    assert all(action.summary.endswith(".") for action in skill.actions.values())


def test_every_skill_has_a_hint_that_it_understands(catalogue, skill, language):
    hint = catalogue.messages(skill.name).find("hint", language, {})
    reading = reading_of(catalogue, hint, language=language)

    assert isinstance(reading, Intent)
    assert reading.mended == ""
    assert reading.action in {action.name for action in skill.actions.values()}


def test_every_message_the_code_uses_exists_with_its_variables(skill, language):
    messages = messages_in(skill.folder, language)
    for name, values in calls_in(skill):
        assert name in messages
        assert variables_of(name, messages) <= values, name


def test_every_slot_that_may_be_missing_can_be_asked_for(skill, language):
    messages = messages_in(skill.folder, language)
    for action in skill.actions.values():
        unread = {
            name
            for name, slot in action.slots.items()
            if slot.template(language) is not None and getattr(slot, "guessed", True)
        }
        assert {f"ask-{slot}" for slot in action.required | unread} <= set(messages)


def test_no_message_is_left_over(skill, language):
    messages = messages_in(skill.folder, language)
    asked = {f"ask-{slot}" for action in skill.actions.values() for slot in action.slots}
    referred = {name for found in messages.values() for name in found.references}

    described = set(descriptions_of(skill))
    written = constants_in(skill)
    families = tuple(text for text in written if re.fullmatch("[a-z]+-", text))

    left = set(messages) - {"hint"} - described - written - asked - referred
    assert {name for name in left if not name.startswith(families)} == set()


def descriptions_of(skill):
    """The messages that tell a wearer what a skill is and what its actions do."""
    actions = [f"{kind}-{name}" for name in skill.actions for kind in ("title", "about")]
    return ["skill-title", "skill-about", *actions]


def test_every_skill_and_action_is_described_in_every_language(skill, language):
    messages = messages_in(skill.folder, language)
    ends = {ENGLISH: ".", CHINESE: "。"}[language]

    for name in descriptions_of(skill):
        assert name in messages
        tells = name.startswith(("skill-about", "about-"))
        assert messages[name].text.endswith(ends) == tells, name


def test_both_languages_have_the_same_messages_with_the_same_variables(folder):
    english, chinese = messages_in(folder, ENGLISH), messages_in(folder, CHINESE)

    assert set(english) == set(chinese)
    for name in english:
        assert variables_of(name, english) == variables_of(name, chinese), name


def test_chinese_is_chinese(folder):
    english = messages_in(folder, ENGLISH)
    for name, found in messages_in(folder, CHINESE).items():
        if re.search("[A-Za-z]", english[name].text):
            assert re.search("[\u4e00-\u9fff]", found.text), name
        assert not set(re.findall("[A-Za-z]{2,}", found.text)) - LATIN, name


def test_chinese_sentences_are_chinese(skill):
    for sentences in sentences_of(skill, CHINESE):
        for template in sentences.templates:
            assert not re.search("[A-Za-z]", re.sub(r"\{\w+\}|<\w+>", "", template)), template


def test_no_skill_is_set_aside(catalogue):
    for language in LANGUAGES:
        catalogue.grammar(language)

    assert catalogue.set_aside == {}

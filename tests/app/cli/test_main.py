"""The command line: every command says what it does, and what goes wrong is one line."""

import pytest

from lorgnette.app.cli import COMMANDS, causes_of, main
from lorgnette.core.errors import ConfigurationError, StoreFailed


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A user who has nothing yet."""
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    return tmp_path


@pytest.fixture
def failing(monkeypatch):
    """A command that fails in some way."""

    def fail(error):
        def run(_given):
            raise error

        monkeypatch.setattr("lorgnette.app.cli.models.run", run)

    return fail


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as done:
        main([command, "--help"])

    assert done.value.code == 0
    assert f"usage: lorgnette {command}" in capsys.readouterr().out


def test_all_commands_are_listed_with_a_sentence(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])

    out = " ".join(capsys.readouterr().out.split())
    for command in COMMANDS:
        assert f" {command} " in out


@pytest.mark.parametrize("arguments", [[], ["dance"], ["ask"], ["hear"], ["serve", "--port", "x"]])
def test_a_wrong_command_line_is_explained(arguments, capsys):
    with pytest.raises(SystemExit) as done:
        main(arguments)

    assert done.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error",
    [
        ConfigurationError("do this"),
        ExceptionGroup("tasks", [ConfigurationError("do this")]),
        ExceptionGroup("", [ExceptionGroup("", [ConfigurationError("do this")]), StoreFailed()]),
    ],
)
def test_what_goes_wrong_is_one_line_on_stderr(error, failing, capsys):
    failing(error)

    assert main(["models"]) == 1

    said = capsys.readouterr()
    assert said.err == "lorgnette: do this\n"
    assert said.out == ""


def test_a_bug_is_not_dressed_up(failing):
    failing(ExceptionGroup("tasks", [ConfigurationError("do this"), ZeroDivisionError()]))

    with pytest.raises(ExceptionGroup):
        main(["models"])


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), BaseExceptionGroup("tasks", [KeyboardInterrupt()])]
)
def test_an_interruption_is_no_failure_to_explain(error, failing, capsys):
    failing(error)

    assert main(["models"]) == 130
    assert capsys.readouterr().err == ""


def test_causes_are_found_in_any_depth():
    one, two, three = ValueError(), KeyError(), OSError()
    group = ExceptionGroup("", [ExceptionGroup("", [one, two]), three])

    assert list(causes_of(group)) == [one, two, three]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["config", "--config", "{home}/none.toml"], "there is no file"),
        (["replay", "{home}/none.jsonl"], "cannot read"),
        (["replay", "{home}"], "cannot read"),
        (["hear", "{home}/none.flac"], "there is no file"),
        (["hear", "{home}/none.flac", "{home}/neither.flac"], "there is no file"),
        (["serve", "--port", "70000"], "70000"),
        (["serve", "--port", "-1"], "-1"),
        (["ask", "hello", "--skill", "{home}/none.py"], "is not a Python file"),
        (["skills", "--skill", "{home}/none.py"], "is not a Python file"),
    ],
)
def test_a_mistake_is_one_sentence(arguments, says, home, capsys):
    assert main([argument.format(home=home) for argument in arguments]) == 1

    error = capsys.readouterr().err
    assert says in error
    assert error.startswith("lorgnette: ")
    assert error.count("\n") == 1


def test_a_skill_file_that_breaks_is_one_sentence(home, capsys):
    (home / "broken.py").write_text("raise ValueError('broken')")

    assert main(["ask", "hello", "--skill", str(home / "broken.py")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_an_unknown_provider_is_named(home, capsys):
    (home / "lorgnette.toml").write_text('[engines]\nvoice = "parrot"')

    assert main(["doctor"]) == 1
    assert "engines.voice: no provider 'parrot'; there are: espeak" in capsys.readouterr().err


def test_a_store_that_cannot_be_opened_is_one_sentence(home, capsys):
    (home / "data").write_text("in the way")

    assert main(["ask", "hello"]) == 1
    assert "cannot open" in capsys.readouterr().err

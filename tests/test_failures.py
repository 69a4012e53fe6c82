"""Exit codes and what the screen says with them."""

from collections.abc import Callable

import click
import pytest

from portalgen.failures import exit_code_of
from portalgen.problems import WrongUse


def raising(error: BaseException) -> Callable[[], object]:
    def run() -> object:
        raise error

    return run


@pytest.mark.parametrize(
    ("run", "code", "said"),
    [
        (lambda: None, 0, ""),
        (lambda: 1, 1, ""),
        (raising(click.exceptions.Exit(0)), 0, ""),
        (raising(click.BadParameter("No such day.")), 2, "No such day."),
        (raising(WrongUse("That is your home.")), 2, "portalgen: That is your home."),
        (raising(KeyboardInterrupt()), 130, "Interrupted"),
        (raising(ZeroDivisionError("by zero")), 3, "a fault in portalgen"),
    ],
)
def test_each_end_has_its_code_and_its_sentence(
    run: Callable[[], object], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code_of(run) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_only_a_fault_shows_where_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code_of(raising(WrongUse("No.")))
    assert "Traceback" not in capsys.readouterr().err
    exit_code_of(raising(KeyError("x")))
    assert "Traceback" in capsys.readouterr().err

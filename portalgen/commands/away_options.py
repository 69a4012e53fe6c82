"""What can be typed behind `portalgen away`, and what of it goes together."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from portalgen.problems import WrongUse
from portalgen.reference import find

Command = TypeVar("Command", bound=Callable[..., Any])

# The fields that an owner in a hurry may need; their help is that of the model.
_NAMES = (
    "until", "back", "review", "reason", "message", "backup", "level", "detail", "announce",
    "appointments", "book_by", "catch_up", "replies_within", "private", "id", "services",
)  # fmt: skip
# The fields by their options; one service is typed at a time.
FIELDS = {f"--{name.replace('_', '-').replace('services', 'service')}": name for name in _NAMES}
# The command does not leave an id out, as an owner may.
_HELP = {"id": "A name that stays; left out, one is made of the reason, or of the first day."}
TIME = "a time"
# What goes together with each thing that can be asked for.
_TOGETHER = {
    "--cancel": {"--say"},
    "--extend": {"--say", "--review", "--until", TIME},
    "--list": set[str](),
    TIME: {*FIELDS},
}


def field_options(command: Command) -> Command:
    """Give a command an option for each field of a new absence."""
    for option, name in reversed(FIELDS.items()):
        field = find(f"away.{name}")
        assert field is not None
        command = click.option(
            option,
            name,
            metavar="|".join(field.choices or re.split(", | OR ", field.kind.upper())),
            multiple=field.is_list,
            help=_HELP.get(name, field.description),
        )(command)
    return command


def asked_for(given: set[str]) -> str:
    """Return the one thing that is asked for: an option, or a time for a new absence.

    Raises WrongUse for options that can not be meant at once.
    """
    verb = next((each for each in _TOGETHER if each in given), None)
    if verb is None and given:
        raise WrongUse("Say when you are away, such as: portalgen away tomorrow")
    others = sorted(given - {verb} - _TOGETHER[verb]) if verb else []
    if others == ["--say"]:
        raise WrongUse("--say tells of a change. What clients read otherwise is --message.")
    if others:
        raise WrongUse(f"{others[0]} does not go with {verb}. Write one of the two.")
    return verb or "--list"

"""What is wrong with a template, told to the owner: the template, its line, and a sentence.

Only what a template can be blamed for becomes a problem here. A fault of portalgen itself stays
the exception it was.
"""

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any

from jinja2 import (
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.utils import missing

from portalgen.problems import ContentError, Place, Problem, nearest
from portalgen.render.links import Unlinkable

FOLDER = "site-templates"


class Missing(UndefinedError):
    """A name that a template uses and that stands for nothing.

    `holder` is what was asked for the name, or `jinja2.utils.missing` if it stands alone.
    """

    def __init__(self, name: object, holder: object, message: str | None = None) -> None:
        super().__init__(message)
        self.name = str(name)
        self.holder = holder


class Unknown(StrictUndefined):
    """An undefined value that remembers, for the message, what was asked of whom."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = Missing,
    ) -> None:
        def raised(message: str | None = None) -> TemplateRuntimeError:
            return Missing(name, obj, message)

        super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]


def template_of(error: BaseException, template: str) -> str:
    """Return the name of the template in which an error happened."""
    return _place_of(error, template).file.removeprefix(f"{FOLDER}/")


def blamed(error: Exception, template: str, known: Iterable[str]) -> ContentError | None:
    """Return the problem that an error in rendering a template means.

    `known` are the names that stand for something there. None means that no template is to
    blame, as far as the kind of the error tells.
    """
    place = _place_of(error, template)
    if isinstance(error, TemplateSyntaxError):
        return _problem(place, f"This is not how a template is written: {error.message}")
    if isinstance(error, TemplateNotFound):
        return _problem(
            place,
            f"There is no template `{error.name}`.",
            f"Put the file into {FOLDER}/, or look at how the name is spelled.",
        )
    if isinstance(error, Missing):
        return _problem(place, *_missing(error, known))
    if isinstance(error, Unlinkable):
        return _problem(place, error.found, error.instead)
    if isinstance(error, RecursionError):
        return _problem(place, "This template includes itself, or nests without an end.")
    if isinstance(error, TemplateRuntimeError):
        return _problem(place, f"This template can not be shown: {error.message}")
    return None


def failed(error: Exception, template: str) -> ContentError:
    """Return the problem of a template of the owner's that failed in a way of its own."""
    return _problem(
        _place_of(error, template),
        f"This template can not be shown ({error}).",
        "Look at this line.",
    )


def _place_of(error: BaseException, template: str) -> Place:
    """Return where in the templates an error happened; `template` is what was asked for."""
    if isinstance(error, TemplateSyntaxError):
        return Place(f"{FOLDER}/{error.name or template}", error.lineno, 1)
    lines = list(_template_lines(error.__traceback__))
    return Place(lines[-1][0], lines[-1][1], 1) if lines else Place(f"{FOLDER}/{template}")


def _problem(place: Place, found: str, instead: str = "") -> ContentError:
    return ContentError([Problem(place, found, instead)])


def _missing(error: Missing, known: Iterable[str]) -> tuple[str, str]:
    if error.holder is missing:
        names, found = known, f"There is nothing called `{error.name}` in this template."
    else:
        names, found = _names_of(error.holder), f"There is no `{error.name}` here."
    close = nearest(error.name, names)
    return found, f"Did you mean `{close}`?" if close else ""


def _names_of(holder: object) -> Iterable[str]:
    names = holder if isinstance(holder, Mapping) else dir(holder)
    return [name for name in names if isinstance(name, str) and not name.startswith("_")]


def _template_lines(traceback: TracebackType | None) -> Iterable[tuple[str, int]]:
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.startswith(f"{FOLDER}/"):
            yield file, traceback.tb_lineno
        traceback = traceback.tb_next

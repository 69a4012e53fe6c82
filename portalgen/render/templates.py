"""The Jinja2 environment, and the `Renderer` that turns documents into files with it.

Templates are strict: an undefined name is an error with a place. What goes into HTML is escaped
unless it came from the `markdown` filter. A template finds its document's facts, `page` (its
`address` and `template`) and `voice`.
"""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, TemplateNotFound, pass_context
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from markupsafe import Markup, escape

from portalgen.documents import Document, File
from portalgen.memory import Memory
from portalgen.problems import ContentError, Place, Problem
from portalgen.render import faults
from portalgen.render.links import asset_address, linked, safe_address
from portalgen.render.markdown import Setting, TooDeep, to_html, to_inline_html
from portalgen.render.tags import Tag, with_tags
from portalgen.wording.voice import Voice

# Texts that are no markup, by the ends of their templates' names; all others are escaped.
_PLAIN = (".txt", ".vcf", ".sieve")

_VOICE_FILTERS = (
    "clock",
    "day",
    "day_without_weekday",
    "days",
    "hours",
    "length",
    "listed",
    "moment",
    "money",
    "named_value",
    "price",
    "service_place",
)


class PageFacts(NamedTuple):
    """What a template knows of the page it makes."""

    address: str
    template: str


class Renderer:
    """Renders documents with the templates of some folders."""

    def __init__(self, environment: Environment, templates: "_Templates") -> None:
        self._environment = environment
        self._templates = templates

    def render(self, document: Document) -> File:
        """Return the finished file of a document.

        Raises ContentError where a template, or a text of the content, can not be shown.
        """
        page = PageFacts(document.address, document.template)
        variables = {**document.facts, "page": page}
        try:
            text = self._environment.get_template(document.template).render(variables)
        except ContentError:
            raise
        except Exception as error:
            raise self._told(error, document.template, variables) from error
        return File(document.file, f"{text.strip()}\n".encode())

    def _told(self, error: Exception, template: str, known: Mapping[str, object]) -> Exception:
        """Return an error as the problem it means to the owner, or as it is."""
        problem = faults.blamed(error, template, {*known, *self._environment.globals})
        if problem is None and self._templates.is_the_owners(faults.place_of(error, template)):
            return faults.failed(error, template)
        return problem or error

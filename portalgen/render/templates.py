"""Documents → files, through templates.

Templates are strict: an undefined name is an error with a place. What goes into HTML is escaped
unless it came from the `markdown` filter. A template finds its document's facts, `page` (its
`address` and `template`) and `voice`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment

from portalgen.documents import Document, File
from portalgen.memory import Memory
from portalgen.pictures import Picture
from portalgen.problems import ContentError
from portalgen.render import faults
from portalgen.render.environment import TemplateLoader, environment_of
from portalgen.render.filters import filters_of
from portalgen.wording.voice import Voice

_NONE: Mapping[str, Picture] = MappingProxyType({})


@dataclass(frozen=True)
class PageFacts:
    """What a template knows of the page it makes."""

    address: str
    template: str


class Renderer:
    """Renders documents; it lives as long as one build."""

    def __init__(self, environment: Environment, loader: TemplateLoader) -> None:
        self._environment = environment
        self._loader = loader

    def render(self, document: Document) -> File:
        """Return the finished file of a document: its text, ended by one line end, as UTF-8.

        Raises ContentError where a template, or a text of the content, can not be shown.
        """
        name = document.template
        variables = {**document.facts, "page": PageFacts(document.address, name)}
        try:
            text = self._environment.get_template(name).render(variables)
        except ContentError:
            raise
        except Exception as error:
            raise self._meant(error, name, variables) from error
        return File(document.file, f"{text.strip()}\n".encode())

    def _meant(self, error: Exception, template: str, variables: Mapping[str, object]) -> Exception:
        """Return the problem that an error means to the owner, or the error if it is ours."""
        problem = faults.blamed(error, template, {*variables, *self._environment.globals})
        if problem is None and self._loader.is_overridden(faults.template_of(error, template)):
            return faults.failed(error, template)
        return problem or error


def renderer(
    template_folders: Sequence[Path],
    voice: Voice,
    memory: Memory,
    assets: Mapping[str, str],
    base: str,
    pictures: Mapping[str, Picture] = _NONE,
) -> Renderer:
    """Return the renderer of one build.

    `template_folders` are asked in order; the last is the packed one. `assets` leads from the
    names of files in site-templates/static to their addresses. `base` is the public address of
    the portal, or empty. `pictures` are the images of the content, by their addresses.
    """
    loader = TemplateLoader(template_folders, memory)
    filters = filters_of(voice, memory, assets, base, pictures)
    return Renderer(environment_of(loader, voice.translations, filters, {"voice": voice}), loader)

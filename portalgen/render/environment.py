"""The Jinja2 environment: where templates come from, and how they are read.

The owner's folder is looked at first, then the packed one. Compiled templates are remembered by
their texts, so that a preview compiles only what was edited.
"""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound
from jinja2.loaders import split_template_path

from portalgen.memory import Memory
from portalgen.problems import ContentError, Place, Problem
from portalgen.render.faults import FOLDER, Unknown
from portalgen.wording.speech import Translations

# Texts that are no markup, by the ends of their templates' names; all others are escaped.
_PLAIN = (".txt", ".vcf", ".sieve")


def environment_of(
    loader: "TemplateLoader",
    translations: Translations,
    filters: Mapping[str, Callable[..., Any]],
    names: Mapping[str, object],
) -> Environment:
    """Return the environment: strict, escaping, and speaking through a catalog."""
    environment = Environment(
        loader=loader,
        undefined=Unknown,
        autoescape=_is_markup,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "separators": (",", ":"),
        "ensure_ascii": False,
    }
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        translations, newstyle=True
    )
    environment.filters.update(filters)
    environment.globals.update(names)
    return environment


def _is_markup(name: str | None) -> bool:
    return name is None or not name.endswith(_PLAIN)


class TemplateLoader(BaseLoader):
    """Finds templates in folders, the first that has one wins.

    Templates name themselves as the owner finds them, `site-templates/pages/home.html`, in
    whichever folder they stand.
    """

    def __init__(self, folders: Sequence[Path], memory: Memory) -> None:
        self._folders = tuple(folders)
        self._memory = memory

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template, compiled unless its text was met before."""
        source, file, _ = self.get_source(environment, name)
        code = self._memory.recall(
            "template", (file, source), lambda: environment.compile(source, name, file)
        )
        names = globals if globals is not None else {}
        return environment.template_class.from_code(environment, code, names)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """Return the text of a template and the name of its file.

        Raises TemplateNotFound, and ContentError for a file that can not be read.
        """
        file = self._file(template)
        if file is None:
            raise TemplateNotFound(template)
        place = f"{FOLDER}/{template}"
        try:
            return file.read_text(encoding="utf-8-sig"), place, None
        except UnicodeDecodeError:
            raise _unreadable(place, "This file is not UTF-8.", "Save it as UTF-8.") from None
        except OSError as error:
            raise _unreadable(place, f"This file can not be read: {error.strerror}.") from None

    def is_overridden(self, template: str) -> bool:
        """Tell whether a template is the owner's and not the packed one."""
        return self._file(template) not in {None, *self._candidates(template)[-1:]}

    def _file(self, template: str) -> Path | None:
        # A link that leads out of its folder would show whatever it leads to.
        return next(
            (
                file
                for file, folder in zip(self._candidates(template), self._folders, strict=True)
                if file.is_file() and file.resolve().is_relative_to(folder.resolve())
            ),
            None,
        )

    def _candidates(self, template: str) -> list[Path]:
        pieces = split_template_path(template)
        return [folder.joinpath(*pieces) for folder in self._folders]


def _unreadable(file: str, found: str, instead: str = "") -> ContentError:
    return ContentError([Problem(Place(file), found, instead)])

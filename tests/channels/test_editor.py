"""What the phone editor is told: where the content is kept, and each field of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from portalgen.channels import editor
from portalgen.edition import edition
from portalgen.model.portal import Portal
from portalgen.wording.voice import voice_of
from tests.pages.reading import MOMENT, PRACTICE

WHERE = {"repo": "ines/portal", "branch": "main"}
GOLDEN = Path(__file__).with_name("editor.golden.json")


def configuration(**told: str) -> dict[str, Any] | None:
    """Return the configuration for an `editor:` with these lines, if there is one."""
    practice = {**PRACTICE, **({"editor": told} if told else {})}
    portal = Portal.model_validate({"practice": practice})
    voice = voice_of(portal.practice, MOMENT.date().replace(day=1))
    files = list(editor.documents(edition(portal, MOMENT), voice))
    assert [file.address for file in files] == ["/admin/config.yml"][: len(files)]
    return json.loads(files[0].text) if files else None


def backend(**told: str) -> dict[str, Any]:
    read = configuration(repo="ines/portal", **told)
    assert read is not None
    return {key: value for key, value in read["backend"].items() if key != "commit_messages"}


def test_without_an_editor_nothing_is_written() -> None:
    assert configuration() is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"backend": "github"},
            {"name": "github", **WHERE, "auth_methods": ["token"]},
        ),
        (
            {"backend": "github", "branch": "live", "login": "https://login.example/"},
            {"name": "github", **WHERE, "branch": "live", "base_url": "https://login.example"},
        ),
        ({"backend": "gitlab"}, {"name": "gitlab", **WHERE, "auth_methods": ["token"]}),
        (
            {"backend": "gitlab", "app_id": "3f2a9c"},
            {"name": "gitlab", **WHERE, "auth_type": "pkce", "app_id": "3f2a9c"},
        ),
    ],
)
def test_each_backend_has_its_own_way_to_log_in(
    told: dict[str, str], expected: dict[str, Any]
) -> None:
    assert backend(**told) == expected


def test_a_part_of_the_configuration_as_it_is_written() -> None:
    """The first fields of an absence; `tests/reference/test_phone_form.py` looks at all."""
    read = configuration(backend="github", repo="ines/portal")
    assert read is not None
    away = read["collections"][0]["files"][0]
    away["fields"][0]["fields"] = away["fields"][0]["fields"][:6]
    read["collections"] = [{**read["collections"][0], "files": [away]}]
    assert f"{json.dumps(read, indent=1)}\n" == GOLDEN.read_text(encoding="utf-8")

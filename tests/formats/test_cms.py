import json

import pytest

from portalgen.formats import cms


def settings(url: str | None = None) -> dict[str, object]:
    backend = {"name": "github", "repo": "ines/portal"}
    text = cms.configuration(
        backend, [{"name": "a"}], media="content/images", title="Ines", url=url
    )
    read: dict[str, object] = json.loads(text)
    return read


def test_the_configuration_is_json_with_what_was_told() -> None:
    read = settings()
    assert read["collections"] == [{"name": "a"}]
    assert read["media_folder"] == "content/images"
    assert read["app_title"] == "Ines"
    assert read["publish_mode"] == "simple"


def test_what_is_left_empty_is_left_out_of_the_files() -> None:
    assert settings()["output"] == {"omit_empty_optional_fields": True}


def test_names_of_new_files_are_letters_digits_and_hyphens() -> None:
    assert settings()["slug"] == {"encoding": "ascii", "clean_accents": True, "maxlength": 60}


@pytest.mark.parametrize(("url", "told"), [("https://a.example/", True), (None, False)])
def test_the_address_of_the_site_is_told_if_it_is_known(url: str | None, told: bool) -> None:
    assert ("site_url" in settings(url=url)) == told
    assert ("display_url" in settings(url=url)) == told


@pytest.mark.parametrize("backend", ["github", "gitlab"])
def test_a_backend_is_asked_on_https_alone(backend: str) -> None:
    known = cms.hosts(backend)
    assert all(each.startswith("https://") for each in (*known.asked, *known.pictures))
    assert any(backend in each for each in known.asked)


def test_the_script_is_of_one_version_and_has_a_fingerprint() -> None:
    assert f"@{cms.VERSION}/" in cms.SCRIPT
    assert cms.INTEGRITY.startswith("sha384-")
    assert len(cms.INTEGRITY) == len("sha384-") + 64

"""Sveltia CMS, which edits a repository from a browser: its script, and how it is told what to do.

The script comes from the published package, in one version and with its fingerprint, so that no
other script can take its place. To take another version, change both; a test holds them against
the package itself. Decap CMS reads the same configuration, but for the widget `keyvalue`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = "0.221.1"
SCRIPT = f"https://unpkg.com/@sveltia/cms@{VERSION}/dist/sveltia-cms.js"
INTEGRITY = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"

# The CMS fetches from its own package the words of other languages, and whether there is a newer
# version.
_PACKAGE = "https://unpkg.com/@sveltia/"


@dataclass(frozen=True)
class Hosts:
    """The addresses that the CMS asks for content, and those that it takes pictures from."""

    asked: tuple[str, ...]
    pictures: tuple[str, ...]


_HOSTS = {
    "github": Hosts(
        ("https://api.github.com", "https://www.githubstatus.com"),
        ("https://avatars.githubusercontent.com",),
    ),
    "gitlab": Hosts(
        ("https://gitlab.com", "https://status-api.hostedstatus.com"),
        ("https://gitlab.com", "https://secure.gravatar.com"),
    ),
}
_MESSAGES = {
    "create": "Add {{slug}} ({{collection}})",
    "update": "Change {{slug}} ({{collection}})",
    "delete": "Delete {{slug}} ({{collection}})",
    "uploadMedia": "Add {{path}}",
    "deleteMedia": "Delete {{path}}",
}


def hosts(backend: str) -> Hosts:
    """Return the other addresses that the CMS needs with a backend.

    Raises KeyError for a backend that is not known here.
    """
    known = _HOSTS[backend]
    return Hosts((*known.asked, _PACKAGE), known.pictures)


def configuration(
    backend: Mapping[str, Any],
    collections: Iterable[Mapping[str, Any]],
    *,
    media: str,
    title: str,
    url: str | None,
) -> str:
    """Return the text of `config.yml`, as JSON, which is YAML.

    `media` is the folder of the images in the repository, `url` the public address of the site.
    What an owner leaves out is left out of the files, and names of new files have letters,
    digits and hyphens.
    """
    settings = {
        "backend": dict(backend) | {"commit_messages": _MESSAGES},
        "publish_mode": "simple",
        "app_title": title,
        **({"site_url": url, "display_url": url} if url else {}),
        "media_folder": media,
        "public_folder": "/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": list(collections),
    }
    return f"{json.dumps(settings, indent=1, ensure_ascii=False)}\n"

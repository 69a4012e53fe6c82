"""What the phone editor has to know: where the content is kept, and each field of it.

Only for a portal whose practice.yaml has `editor`. The page itself is one of `pages`.
"""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import File
from portalgen.edition import Edition
from portalgen.model.practice import Editor
from portalgen.wording.voice import Voice

# The content folder in a repository, as `portalgen new` makes it.
_FOLDER = "content"


def documents(edition: Edition, _voice: Voice) -> Iterator[File]:
    """Yield the configuration, at the address where the page looks for it."""
    practice = edition.portal.practice
    if practice.editor is None:
        return
    # Most portals have none, and need not load what it is made of.
    from portalgen.formats.cms import configuration
    from portalgen.reference.phone_form import collections

    text = configuration(
        _backend(practice.editor),
        collections(_FOLDER),
        media=f"{_FOLDER}/images",
        title=practice.name,
        url=practice.url,
    )
    yield File(f"{addresses.EDITOR}config.yml", text.encode())


def _backend(editor: Editor) -> dict[str, object]:
    """Return where the content is kept and how the owner logs in: with a token, if no other way."""
    backend: dict[str, object] = {
        "name": editor.backend.value,
        "repo": editor.repo,
        "branch": editor.branch,
    }
    if editor.login is not None:
        return {**backend, "base_url": editor.login.rstrip("/")}
    if editor.app_id is not None:
        return {**backend, "auth_type": "pkce", "app_id": editor.app_id}
    return {**backend, "auth_methods": ["token"]}

"""The page on which the owner edits the content, on a phone or anywhere else.

Only for a portal whose practice.yaml has `editor`. It is the one page that loads a script of
somebody else's, and has a policy of its own that allows it.
"""

from collections.abc import Iterator

from portalgen import addresses, content_security
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.formats import cms
from portalgen.wording.voice import Voice


def documents(edition: Edition, _voice: Voice) -> Iterator[Document]:
    """Yield the page; neither sitemap nor search list it."""
    editor = edition.portal.practice.editor
    if editor is None:
        return
    hosts = cms.hosts(editor.backend.value)
    policy = content_security.editor_policy(cms.SCRIPT, cms.FONTS, hosts.asked, hosts.pictures)
    facts = {
        "policy": policy,
        "script": cms.SCRIPT,
        "integrity": cms.INTEGRITY,
    }
    yield Document(addresses.EDITOR, "pages/editor.html", facts, listed=False)

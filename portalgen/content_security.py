"""The Content-Security-Policy of a page, for its meta tag (Content Security Policy Level 3).

Everything comes from the portal's own address, nothing from a third party, nothing inline. Only
the page of the editor has a policy of its own, which no other page shares. Left out on purpose is
what browsers ignore in a meta tag and complain about: `frame-ancestors`, `report-uri`, `sandbox`.
`frame-ancestors` stands in `_headers`.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
)
_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]+)?")


def policy(*, form_action: str | None = None) -> str:
    """Return the policy of a page; it differs between pages in where their forms may go.

    `form_action` is None for a page without a form, `'self'` with its quotes for a form that
    goes to the portal, else the https address of the service that takes the form. Raises
    ValueError for any other.
    """
    directives = (*_DIRECTIVES, ("form-action", _form_source(form_action)))
    return _joined(directives)


def editor_policy(script: str, fonts: str, asked: Iterable[str], pictures: Iterable[str]) -> str:
    """Return the policy of the page on which the owner edits the content.

    `script` is the address of the editor's one script, which brings its own styles, `fonts` where
    its letters and icons are. `asked` are the addresses that it reads from and writes to,
    `pictures` those of faces.
    """
    directives = (
        ("default-src", "'none'"),
        ("script-src", script),
        ("style-src", "'unsafe-inline'"),
        ("img-src", " ".join(("'self'", "blob:", "data:", *pictures))),
        ("font-src", fonts),
        ("connect-src", " ".join(("'self'", "blob:", "data:", *asked))),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    )
    return _joined(directives)


def _form_source(form_action: str | None) -> str:
    if form_action is None:
        return "'none'"
    if form_action == "'self'":
        return form_action
    address = urlsplit(form_action)
    if address.scheme != "https" or not _HOST.fullmatch(address.netloc):
        raise ValueError(f"A form can not go to {form_action!r}.")
    # The whole host: such services send the reader on to a page of thanks, with another path.
    return f"https://{address.netloc}"


def _joined(directives: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives)

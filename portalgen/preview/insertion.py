"""What the preview adds to a page while it is sent: scripts of its own, each in a file.

None of them is inline and none weakens the page's Content-Security-Policy, so what the policy
forbids is forbidden in the preview too. The whole of a page is looked at, however long it is.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from html import escape
from urllib.parse import urlsplit

from portalgen.preview.hosts import USUAL_PORT, bracketed

FOLDER = "/portalgen-preview/"

# Scripts of the page come after ours, and ours do not wait for stylesheets. What stands in a
# comment is neither.
_PLACE = re.compile(rb"<!--.*?-->|(?P<place><(script|link)\b|</head\s*>|<body\b)", re.DOTALL | re.I)


def with_tags(page: bytes, tags: str) -> bytes:
    """Return a page with tags in its head, before its first script or stylesheet."""
    found = (match for match in _PLACE.finditer(page) if match["place"])
    place = next((match.start() for match in found), len(page))
    return page[:place] + tags.encode() + page[place:]


def page_tags(bar: Mapping[str, object], revision: str, host: str, moment: datetime | None) -> str:
    """Return the tags of a page that is asked for at `host`; none of them keeps it waiting.

    `bar` are the facts of the bar, `revision` tells one state of the files from another. At a
    `moment` the clock of the page starts there.
    """
    tags = []
    if moment is not None:
        tags.append(_script("clock.js", f'data-moment="{moment.isoformat()}" defer'))
    tags.append(_script("follow.js", f'data-revision="{escape(revision)}" defer'))
    facts = escape(json.dumps(bar, ensure_ascii=False))
    tags.append(_script("bar.js", f'data-preview="{facts}" defer'))
    tags.append(_script(f"livereload.js?{_connection(host)}", "defer"))
    return "".join(tags)


def _connection(host: str) -> str:
    """Return where livereload.js connects to, and how soon it tries again (milliseconds)."""
    named = urlsplit(f"//{host}")
    where = f"host={bracketed(named.hostname or '')}&port={named.port or USUAL_PORT}"
    return f"{where}&mindelay=200&maxdelay=2000"


def _script(name: str, attributes: str) -> str:
    return f'<script src="{escape(FOLDER + name)}" {attributes}></script>\n'

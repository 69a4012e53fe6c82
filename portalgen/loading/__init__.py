"""A content folder → the portal and the place of each of its values, or every problem."""

from portalgen.loading.content_file import plain
from portalgen.loading.load import Loaded, examine, load
from portalgen.loading.places import Places
from portalgen.loading.unasked import unasked_tokens

__all__ = ["Loaded", "Places", "examine", "load", "plain", "unasked_tokens"]

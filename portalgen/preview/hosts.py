"""Who may talk to the preview: a browser that calls this server by a name of its own.

Any website can lead a visitor's browser to this machine under a name of its own (DNS rebinding),
and what the preview shows is not public yet. So a name is believed only if it is one of this
machine, and an address only if the owner opened the preview to the network.
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address

_OF_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "[::1]"})
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/@\[\]]+)(?::([0-9]{1,5}))?")
USUAL_PORT = 80


@dataclass(frozen=True)
class Hosts:
    """The names of a preview that listens on `host`; `own_name` is what this machine is called."""

    host: str
    port: int
    own_name: str = ""

    def admit(self, named: str) -> bool:
        """Return whether a Host header (RFC 9110 §7.2) means this server."""
        found = _HOST.fullmatch(named.lower())
        if found is None or int(found[2] or USUAL_PORT) != self.port:
            return False
        if found[1] in _OF_THIS_MACHINE or found[1] == bracketed(self.host.lower()):
            return True
        return is_everywhere(self.host) and (found[1] == self.own_name.lower() or _is_ip(found[1]))


def is_same_origin(origin: str, named: str) -> bool:
    """Return whether a page's origin is the server that a Host header names."""
    return origin.lower() == f"http://{named.lower()}"


def is_loopback(host: str) -> bool:
    """Return whether nobody but this machine reaches a server that listens on `host`."""
    return host == "localhost" or (_is_ip(host) and ip_address(host).is_loopback)


def is_everywhere(host: str) -> bool:
    """Return whether a server listens on all addresses of this machine."""
    return not host or (_is_ip(host) and ip_address(host).is_unspecified)


def bracketed(host: str) -> str:
    """Return a host as addresses of pages write it (RFC 3986 §3.2.2)."""
    return f"[{host}]" if ":" in host else host


def _is_ip(name: str) -> bool:
    try:
        ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True

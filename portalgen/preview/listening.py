"""The port on which a preview listens: the one asked for, or the next that is free."""

import errno
from collections.abc import Sequence
from socket import gaierror, socket

from tornado.netutil import bind_sockets

from portalgen.problems import WrongUse

_MORE_PORTS = 20
_LAST_PORT = 65535


def listen(host: str, port: int) -> list[socket]:
    """Return sockets that listen on a port of a host, or on one of the next if it is taken.

    Port 0 is any that is free. Raises WrongUse.
    """
    last = min(port + _MORE_PORTS, _LAST_PORT) if port else port
    for each in range(port, last + 1):
        try:
            return bind_sockets(each, host)
        except gaierror:
            raise WrongUse(f"This machine has no address {host}.") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = (error.strerror or "for an unknown reason").lower()
                raise WrongUse(f"The preview can not use {host}, port {each}: {reason}.") from None
    raise WrongUse(f"The ports from {port} to {last} are all taken. Name another one: --port")


def port_of(sockets: Sequence[socket]) -> int:
    """Return the port on which sockets listen."""
    return int(sockets[0].getsockname()[1])

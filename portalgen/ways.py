"""The ways by which somebody reaches the practice itself, as pages name them."""

from collections.abc import Iterator
from dataclasses import dataclass

from portalgen.formats.uri import reach_uri
from portalgen.model.practice import Channel, Practice
from portalgen.wording.voice import Voice

_WAYS = (Channel.EMAIL, Channel.PHONE, Channel.TEXT)


@dataclass(frozen=True)
class Way:
    """A way to write or to call: its name, what one types, and the address of a link."""

    channel: Channel
    name: str
    value: str
    address: str


def ways_of(practice: Practice, voice: Voice) -> Iterator[Way]:
    """Yield the ways that a practice has."""
    for channel in _WAYS:
        value = getattr(practice.contact, channel.value)
        if value is not None:
            address = reach_uri(channel.value, str(value))
            yield Way(channel, voice.way(channel.value), str(value), address)

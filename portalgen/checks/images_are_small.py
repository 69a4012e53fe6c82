"""An image is no larger than a page can carry."""

from collections.abc import Iterator

from portalgen.problems import Problem, advice
from portalgen.subject import Subject

MOST_BYTES = 1024 * 1024


def images_are_small(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each image of more than 1 MiB."""
    places = subject.loaded.places
    for name, content in sorted(subject.loaded.images.items()):
        if len(content) > MOST_BYTES:
            yield advice(
                places.image(name),
                f"This image has {len(content) / MOST_BYTES:.1f} MiB.",
                "Clients wait for it on a phone; 300 kB are plenty. Save it smaller.",
            )

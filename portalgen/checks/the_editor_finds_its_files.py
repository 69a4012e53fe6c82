"""Where the content is edited on a phone, its files end in .yaml.

portalgen reads .yml as well. The phone editor knows one name for each file, and would write a
second file beside the first.
"""

from collections.abc import Iterator

from portalgen.problems import Place, Problem, advice
from portalgen.subject import Subject


def the_editor_finds_its_files(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each file that ends in .yml, if there is an editor."""
    if subject.loaded.portal.practice.editor is None:
        return
    for source in subject.loaded.places.files.values():
        if source.file.endswith(".yml"):
            yield advice(
                Place(source.file),
                "The phone editor does not find this file, and would write a second one.",
                "Let its name end in .yaml.",
            )

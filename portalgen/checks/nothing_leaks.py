"""No finished file says what may not be known yet, or ever.

The second line behind the gate: it reads the finished files, HTML, JSON, feeds, calendars and
scripts alike, for each text and each day of the content that the edition is not to hold, in any
disguise (`leaks.disguises`). What is found is a problem, unless it gives nothing away:

- What the owner typed into a public place is the owner's word. For private notes, names without
  consent and contacts that are not shown there is advice at the place of that text.
- Words that the portal says by itself, and single words of public texts, are no leak. A short
  text counts only as whole words, in the same letters, where it is there to be read.
- A number counts by its digits, in any spelling, with or without the code of its country.
- A day counts as far as it lies ahead and no public part of the content has it; a single day in
  words only if pages do not tell of its hours; an instant if nothing public begins or ends then.
"""

from collections.abc import Iterator

from portalgen.leaks.haystack import Haystack, haystack, haystack_of
from portalgen.leaks.known import Known
from portalgen.leaks.needles import Needle
from portalgen.leaks.secret import Secret
from portalgen.leaks.view import View
from portalgen.leaks.withheld import withheld
from portalgen.model.texts import texts
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def nothing_leaks(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each text or day that may not be known, on the pages that say it."""
    view = View(subject.desk, subject.edition, subject.voice)
    secrets = withheld(view)
    site = haystack(subject.files) if secrets else Haystack(())
    found = [(each, _likely(each, site)) for each in secrets]
    if not any(likely for _, likely in found):
        return
    known = Known(view, frozenset(each.path for each in secrets))
    for secret, likely in found:
        leaks = [each for each in likely if _is_leak(each, site, known)]
        if leaks:
            yield _leak(secret, leaks, subject)
        elif secret.said and len(likely) == len(secret.needles):
            yield from _typed(secret, known, subject)


def _is_leak(needle: Needle, site: Haystack, known: Known) -> bool:
    return not needle.is_public(known) and needle.stands_in(site)


def _likely(secret: Secret, site: Haystack) -> list[Needle]:
    return [each for each in secret.needles if each.may_stand_in(site)]


def _leak(secret: Secret, leaks: list[Needle], subject: Subject) -> Problem:
    pages = [
        file.address
        for file in subject.files
        for hay in [haystack([file])]
        if any(each.may_stand_in(hay) and each.stands_in(hay) for each in leaks)
    ]
    return Problem(
        subject.place(*secret.path),
        f"{secret.what} can be read {_where(pages)}.",
        "It was not let through to be shown. Look at your own templates: one of them prints it. "
        "Without any, this is a fault in portalgen.",
    )


def _where(pages: list[str]) -> str:
    """Return such as `on the page /away/ and on 3 more`."""
    first, *more = pages or ["/"]
    if first.endswith(".html"):
        said = f"on the page {first.removesuffix('index.html')}"
    else:
        said = f"in the file {first}"
    return f"{said} and in {len(more)} more" if more else said


def _typed(secret: Secret, known: Known, subject: Subject) -> Iterator[Problem]:
    """Yield advice for each public text in which the owner says what is not to be known."""
    if any(each.is_common(known) for each in secret.needles):
        return
    for path, text in texts(subject.loaded.portal):
        said = haystack_of(text)
        if path not in known.withheld and all(each.stands_in(said) for each in secret.needles):
            place = subject.loaded.places.of(path, _offset(secret, text))
            yield advice(place, secret.said, secret.change)


def _offset(secret: Secret, text: str) -> int:
    """Return where the line starts that says it; 0 if it takes several."""
    offset = 0
    for line in text.splitlines(keepends=True):
        if any(each.stands_in(haystack_of(line)) for each in secret.needles):
            return offset
        offset += len(line)
    return 0

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
from portalgen.leaks.secret import Needle, Secret
from portalgen.leaks.secrets_of_absences import secrets_of_absences
from portalgen.leaks.secrets_of_people import secrets_of_people
from portalgen.leaks.view import View
from portalgen.model.texts import texts
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def nothing_leaks(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each text or day that may not be known, on the pages that say it."""
    view = View(subject.desk, subject.edition, subject.voice)
    secrets = (*secrets_of_absences(view), *secrets_of_people(view))
    site = haystack(subject.files) if secrets else Haystack(())
    found = [(each, likely) for each in secrets if (likely := _likely(each, site))]
    if not found:
        return
    public = Known(view, (each.path for each in secrets))
    leaks = [(secret, _leaks(likely, site, public)) for secret, likely in found]
    if any(needles for _, needles in leaks):
        files = {file.address: haystack([file]) for file in subject.files}
        for secret, needles in leaks:
            holders = [address for address, hay in files.items() if _holds(hay, needles)]
            # What stands in none of them alone is two texts of different files side by side.
            if holders:
                yield _problem(secret, holders, subject)
    for secret, _ in found:
        if secret.said:
            yield from _typed(secret, public, subject)


def _likely(secret: Secret, site: Haystack) -> list[Needle]:
    return [each for each in secret.needles if each.may_stand_in(site)]


def _leaks(likely: list[Needle], site: Haystack, public: Known) -> list[Needle]:
    return [each for each in likely if not each.is_public(public) and each.stands_in(site)]


def _holds(hay: Haystack, needles: list[Needle]) -> bool:
    return any(each.may_stand_in(hay) and each.stands_in(hay) for each in needles)


def _problem(secret: Secret, holders: list[str], subject: Subject) -> Problem:
    return Problem(
        subject.place(*secret.path),
        f"{secret.what} can be read {_where(holders)}.",
        "It was not let through to be shown. Look at your own templates: one of them prints it. "
        "Without any, this is a fault in portalgen.",
    )


def _where(addresses: list[str]) -> str:
    """Return such as `on the page /away/ and in 3 more`."""
    first, *more = addresses
    if first.endswith(".html"):
        said = f"on the page {first.removesuffix('index.html')}"
    else:
        said = f"in the file {first}"
    return f"{said} and in {len(more)} more" if more else said


def _typed(secret: Secret, public: Known, subject: Subject) -> Iterator[Problem]:
    """Yield advice for each public text in which the owner says what is not to be known."""
    if any(each.is_common(public) for each in secret.needles):
        return
    for path, text in texts(subject.loaded.portal):
        if path not in public.withheld and _says(secret, text):
            offset = _start_of_line(secret, text)
            yield advice(subject.loaded.places.of(path, offset), secret.said, secret.change)


def _says(secret: Secret, text: str) -> bool:
    hay = haystack_of(text)
    return all(each.stands_in(hay) for each in secret.needles)


def _start_of_line(secret: Secret, text: str) -> int:
    """Return where the line starts that says it; 0 if it takes several."""
    start = 0
    for line in text.splitlines(keepends=True):
        if _says(secret, line):
            return start
        start += len(line)
    return 0

"""The public holidays that availability.yaml speaks of exist, and their years are known."""

from collections.abc import Iterator

from portalgen.model.availability import PublicHolidays
from portalgen.problems import Problem, advice, nearest
from portalgen.subject import Subject
from portalgen.timeline.holidays import (
    holiday_names,
    holidays_of,
    region_is_known,
    supported_countries,
    supported_regions,
    unknown_names,
)


def holidays_are_known(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for a country, region or name that does not exist, advice for a year."""
    rules = subject.loaded.portal.availability.public_holidays
    if rules is None:
        return
    if rules.country not in supported_countries():
        close = nearest(rules.country, supported_countries())
        yield Problem(
            subject.place("availability", "public_holidays", "country"),
            f"No holidays are known for `{rules.country}`.",
            f"Did you mean {close}?" if close else "Write the country as two letters: US, DE.",
        )
        return
    if not region_is_known(rules.country, rules.region):
        known = supported_regions(rules.country)
        close = nearest(rules.region or "", known)
        yield Problem(
            subject.place("availability", "public_holidays", "region"),
            f"`{rules.region}` is no region of {rules.country}.",
            f"Did you mean `{close}`?"
            if close
            else f"Known are {', '.join(each for each in known if each.isupper())}."
            if known
            else "Leave `region` out; this country has one list for all.",
        )
        return
    yield from _of_names(subject, rules)
    yield from _of_years(subject, rules)


def _of_names(subject: Subject, rules: PublicHolidays) -> Iterator[Problem]:
    language = subject.loaded.portal.practice.language
    year = subject.edition.today.year
    years = range(year - 1, year + 3)
    unknown = unknown_names(rules, language, years)
    if not unknown:
        return
    names = holiday_names(rules.country, rules.region, language, years)
    known = [each for pair in names for each in pair]
    for field, listed in (("closed", rules.closed), ("open", rules.open)):
        for number, name in enumerate(listed):
            if name in unknown:
                close = nearest(name, known)
                yield Problem(
                    subject.place("availability", "public_holidays", field, number),
                    f"There is no holiday `{name}`.",
                    f"Did you mean `{close}`?"
                    if close
                    else "`portalgen explain holidays` lists them.",
                )


def _of_years(subject: Subject, rules: PublicHolidays) -> Iterator[Problem]:
    calendar = holidays_of(rules, subject.loaded.portal.practice.language)
    year = subject.edition.today.year
    for each in (year, year + 1):
        if not calendar.knows(each):
            yield advice(
                subject.place("availability", "public_holidays", "country"),
                f"The holidays of {each} are not known yet.",
                "A newer portalgen may know them; until then, write them as special days.",
            )

"""`portalgen explain`: what can be written where, printed from the model."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portalgen.failures import FINE, PROBLEMS
from portalgen.problems import ContentError, WrongUse, nearest

if TYPE_CHECKING:
    from portalgen.build import Order


@click.command()
@click.argument("topic", required=False)
@click.option(
    "--content",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content, for `holidays` and `facts`.",
)
@click.option("--country", metavar="CODE", help="For `holidays`: such as US.")
@click.option("--region", metavar="CODE", help="For `holidays`: such as CA.")
def explain(topic: str | None, content: Path, country: str | None, region: str | None) -> int:
    """Tell what can be written where.

    TOPIC is a file (away), a field of it (away.until), `holidays` or `facts`. Without one, all
    files are listed.
    """
    if topic == "holidays":
        lines = _holidays(content, country, region)
    elif topic == "facts":
        lines = _facts(content)
    else:
        lines = _reference(topic)
    try:
        for line in lines:
            click.echo(line)
    except ContentError as error:
        from portalgen.commands.screen import show

        show(error.problems, "text")
        return PROBLEMS
    return FINE


def _reference(topic: str | None) -> Iterator[str]:
    from portalgen.commands.reference_text import all_files, field_page, file_page
    from portalgen.reference import find, topics

    if topic is None:
        return all_files()
    field = find(topic)
    if field is None:
        close = nearest(topic, [*topics(), "holidays", "facts"])
        named = [path for path in topics() if path.endswith(f".{topic}")]
        meant = " or ".join(named[:3]) or close
        advice = f"Did you mean {meant}?" if meant else _LISTS
        raise WrongUse(f"There is nothing called `{topic}` to explain. {advice}")
    return field_page(field) if "." in field.path else file_page(field)


_LISTS = "`portalgen explain` lists the files, `portalgen explain facts` what texts can name."


def _facts(content: Path) -> Iterator[str]:
    from portalgen import days
    from portalgen.commands.reference_text import aligned
    from portalgen.edition import edition
    from portalgen.facts import fact_table
    from portalgen.loading import load
    from portalgen.wording.voice import voice_of

    order = _order(content)
    loaded = load(order.content, order.label)
    practice = loaded.portal.practice
    day = days.day_of(order.moment, days.zone(practice.timezone))
    own_words = [order.templates / "wording"] if order.templates else []
    voice = voice_of(practice, day.replace(day=1), folders=own_words)
    table = fact_table(edition(loaded.portal, order.moment).portal, voice)
    yield "Facts that a text may name instead of repeating them, and what clients read."
    yield ""
    names = {f"{{{{ {name} }}}}": value or "(not given)" for name, value in table.items()}
    yield from aligned(names)


def _holidays(content: Path, country: str | None, region: str | None) -> Iterator[str]:
    from portalgen.commands.reference_text import aligned
    from portalgen.timeline.holidays import holiday_names

    order = _order(content)
    language = "en-US"
    if country is None:
        language, country, named = _told_country(order)
        region = region or named
    country, region = _known_country(country.upper(), region.upper() if region else None)
    year = order.moment.year
    names = holiday_names(country, region, language, (year, year + 1))
    where = f"{country}, {region}" if region else country
    yield f"Public holidays of {where}. A name includes the observed day."
    yield ""
    if all(name == english for name, english in names):
        yield from (f"  {name}" for name, _ in names)
    else:
        yield from aligned(dict(names))
        yield ""
        yield "Write either name, the one on the left or the English one."


def _told_country(order: "Order") -> tuple[str, str, str | None]:
    """Return the portal's language, and country and region as availability.yaml names them.

    What is wrong in other files does not matter here. Raises ContentError for what is wrong in
    that one.
    """
    from portalgen.loading import examine

    loaded = examine(order.content, order.label)
    file = f"{order.label}/availability."
    if "availability" in loaded.failed:
        raise ContentError(each for each in loaded.reports if each.place.file.startswith(file))
    told = loaded.portal.availability.public_holidays
    if told is None:
        raise WrongUse(
            f"{order.label}/availability.yaml names no country. Add `public_holidays:` "
            "with `country:` to it, or ask with --country US --region CA."
        )
    return loaded.portal.practice.language, told.country, told.region


def _known_country(country: str, region: str | None) -> tuple[str, str | None]:
    from portalgen.timeline.holidays import (
        region_is_known,
        supported_countries,
        supported_regions,
    )

    if country not in supported_countries():
        raise WrongUse(f"No holidays are known for `{country}`. Write a code such as US or DE.")
    if not region_is_known(country, region):
        known = ", ".join(supported_regions(country))
        advice = f"Regions are: {known}." if known else "Leave it out."
        raise WrongUse(f"`{region}` is no region of {country}. {advice}")
    return country, region


def _order(content: Path) -> "Order":
    """Return the order of a build of this content now: the clock is read there."""
    from portalgen.commands.orders import order_of

    return order_of(content=content, templates=None, at=None, next_build="24 hours", strict=False)

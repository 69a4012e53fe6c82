"""The fact sheets on what to expect: a list, and a page for each.

A fact sheet leads to the services it is about, whichever of the two names the other, and to the
fact sheets before and after it.
"""

from collections.abc import Iterator, Sequence

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.menu import Link
from portalgen.model.portal import Portal
from portalgen.model.prose import FactSheet, in_order
from portalgen.model.services import Service, ServiceStatus
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the list, if there is a fact sheet, and the page of each."""
    sheets = in_order(edition.portal.fact_sheets)
    if sheets:
        yield Document(
            addresses.WHAT_TO_EXPECT,
            "pages/texts.html",
            {
                "title": voice.gettext("What to expect"),
                "texts": tuple((addresses.fact_sheet(each.slug), each) for each in sheets),
            },
        )
    for number, sheet in enumerate(sheets):
        yield Document(
            addresses.fact_sheet(sheet.slug),
            "pages/fact_sheet.html",
            {
                "title": sheet.title,
                "sheet": sheet,
                "services": tuple(_services(sheet, edition.portal)),
                "contact_address": addresses.CONTACT,
                "list_address": addresses.WHAT_TO_EXPECT,
                "before": _link_to(sheets[:number][-1:]),
                "after": _link_to(sheets[number + 1 :]),
            },
        )


def _link_to(sheets: Sequence[FactSheet]) -> Link | None:
    """Return a link to the first of some fact sheets, if there is one."""
    return next((Link(each.title, addresses.fact_sheet(each.slug)) for each in sheets), None)


def _services(sheet: FactSheet, portal: Portal) -> Iterator[tuple[str, Service]]:
    """Yield the address of each service that a sheet is about, and the service."""
    for service in portal.services.services:
        is_named = service.id in sheet.service or service.fact_sheet == sheet.slug
        if is_named and service.status is not ServiceStatus.RETIRED:
            yield addresses.service(service.id), service

"""Each service that can be had has a fact sheet, so that clients know what to expect."""

from collections.abc import Iterator

from portalgen.model.services import ServiceStatus
from portalgen.problems import Problem, advice
from portalgen.subject import Subject


def services_have_fact_sheets(subject: Subject) -> Iterator[Problem]:
    """Yield advice for each service without a fact sheet."""
    portal = subject.loaded.portal
    about = {service for sheet in portal.fact_sheets for service in sheet.service}
    for number, service in enumerate(portal.services.services):
        retired = service.status is ServiceStatus.RETIRED
        if service.fact_sheet is None and service.id not in about and not retired:
            yield advice(
                subject.place("services", "services", number, "title"),
                f"The service `{service.id}` has no fact sheet.",
                f"Write what-to-expect/{service.id}.md with `service: {service.id}`, so that "
                "clients know what to expect before they decide.",
            )

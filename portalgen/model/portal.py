"""The whole of the content, and which file holds which part."""

from typing import ClassVar

from pydantic import Field

from portalgen.model.availability import Availability
from portalgen.model.away import Absence, Away
from portalgen.model.backup import Backup, Backups
from portalgen.model.practice import Practice
from portalgen.model.promises import Promises
from portalgen.model.prose import FactSheet, OwnPage, Page, Policy
from portalgen.model.section import Section
from portalgen.model.services import Service, Services
from portalgen.model.terms import Clause, Terms

# The content files by name, and the folders of Markdown files by name, in the order of the manual.
FILES: dict[str, type[Section]] = {
    "practice": Practice,
    "services": Services,
    "terms": Terms,
    "availability": Availability,
    "backup": Backups,
    "away": Away,
    "promises": Promises,
}
FOLDERS: dict[str, type[Page]] = {
    "policies": Policy,
    "what-to-expect": FactSheet,
    "pages": OwnPage,
}


class Portal(Section):
    """Everything that the owner wrote; parts that are left out are empty or None."""

    noun: ClassVar[str] = "portal"

    practice: Practice
    services: Services = Services()
    terms: Terms | None = None
    availability: Availability = Availability()
    backup: Backups = Backups()
    away: Away = Away()
    promises: Promises | None = None
    policies: tuple[Policy, ...] = ()
    fact_sheets: tuple[FactSheet, ...] = Field((), alias="what-to-expect")
    pages: tuple[OwnPage, ...] = ()

    def service(self, service_id: str) -> Service | None:
        """Return the service of an id, if there is one."""
        return next((each for each in self.services.services if each.id == service_id), None)

    def person(self, backup_id: str) -> Backup | None:
        """Return the backup of an id, if there is one."""
        return next((each for each in self.backup.backups if each.id == backup_id), None)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the terms; none without terms."""
        return self.terms.clauses if self.terms else ()

    @property
    def absences(self) -> tuple[Absence, ...]:
        """The absences as they stand in away.yaml."""
        return self.away.away

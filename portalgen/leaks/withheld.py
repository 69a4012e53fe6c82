"""Everything in the content that the public may not know at the moment of an edition."""

from portalgen.leaks.secret import Secret
from portalgen.leaks.secrets_of_absences import secrets_of_absences
from portalgen.leaks.secrets_of_people import secrets_of_people
from portalgen.leaks.view import View


def withheld(view: View) -> tuple[Secret, ...]:
    """Return all that is to stand in no finished file."""
    return (*secrets_of_absences(view), *secrets_of_people(view))

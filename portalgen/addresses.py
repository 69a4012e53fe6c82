"""Where each thing of the model stands in the site. Addresses start at the portal's root."""

from portalgen.model.portal import Portal

HOME = "/"
SERVICES = "/services/"
TERMS = "/terms/"
POLICIES = "/policies/"
WHAT_TO_EXPECT = "/what-to-expect/"
AVAILABILITY = "/availability/"
AWAY = "/away/"
PROMISES = "/promises/"
CONTACT = "/contact/"
SEARCH = "/search/"
SEARCH_INDEX = "/search.json"
PACKET = "/packet/"
STATUS = "/status.json"
CALENDAR = "/calendar.ics"
NOT_FOUND = "/404.html"
EDITOR = "/admin/"

# Names at the root that own pages can not take: those above, and those of outputs to come.
RESERVED = frozenset(
    {
        "404",
        "acknowledge",
        "admin",
        "agreement",
        "assets",
        "availability",
        "away",
        "calendar",
        "contact",
        "door-sign",
        "embed",
        "favicon",
        "feed",
        "images",
        "packet",
        "policies",
        "private",
        "promises",
        "robots",
        "search",
        "services",
        "sitemap",
        "status",
        "terms",
        "what-to-expect",
    }
)


def service(service_id: str) -> str:
    """Return the page of a service."""
    return f"{SERVICES}{service_id}/"


def clause(clause_id: str) -> str:
    """Return the anchor of a clause on the page of the terms."""
    return f"{TERMS}#{clause_id}"


def policy(slug: str) -> str:
    """Return the page of a policy."""
    return f"{POLICIES}{slug}/"


def fact_sheet(slug: str) -> str:
    """Return the page of a fact sheet."""
    return f"{WHAT_TO_EXPECT}{slug}/"


def own_page(slug: str) -> str:
    """Return the page of the owner's own with this file name."""
    return f"/{slug}/"


def absence(absence_id: str) -> str:
    """Return the anchor of an absence on the page about absences."""
    return f"{AWAY}#{absence_id}"


def image(name: str) -> str:
    """Return the address of an image of the content."""
    return f"/images/{name}"


def contact_card() -> str:
    """Return the address of the practice's vCard."""
    return f"{CONTACT}contact.vcf"


def moves(portal: Portal) -> tuple[tuple[str, str], ...]:
    """Return the former addresses of all things that had other names, with the new ones."""
    return (
        *(
            (service(old), service(each.id))
            for each in portal.services.services
            for old in each.was
        ),
        *((policy(old), policy(each.slug)) for each in portal.policies for old in each.was),
        *(
            (fact_sheet(old), fact_sheet(each.slug))
            for each in portal.fact_sheets
            for old in each.was
        ),
        *((own_page(old), own_page(each.slug)) for each in portal.pages for old in each.was),
    )

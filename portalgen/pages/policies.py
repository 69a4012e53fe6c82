"""The list of policies, and a page for each.

A retired policy leaves the list and keeps a page that says so. The day on which the owner looks
a policy over again is for the owner and stands on no page.
"""

from collections.abc import Iterator
from datetime import date

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.model.portal import Portal
from portalgen.model.prose import Policy, PolicyStatus
from portalgen.wording.dates import day_text
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the list, if a policy is current, and the page of each policy."""
    policies = edition.portal.policies
    current = sorted((each for each in policies if not _is_retired(each)), key=_place_in_list)
    if current:
        yield Document(
            addresses.POLICIES,
            "pages/policies.html",
            {
                "title": voice.gettext("Policies"),
                "policies": tuple((addresses.policy(each.slug), each) for each in current),
            },
        )
    for policy in policies:
        facts = _facts(policy, edition.portal, voice)
        list_address = addresses.POLICIES if current else None
        yield Document(
            addresses.policy(policy.slug),
            "pages/policy.html",
            {**facts, "list_address": list_address},
        )


def _facts(policy: Policy, portal: Portal, voice: Voice) -> dict[str, object]:
    retired = _is_retired(policy)
    # Without terms there is no agreement that a policy could be part of.
    has_agreement = portal.terms is not None and not retired
    has_version = policy.version is not None or policy.effective is not None
    return {
        "title": policy.title,
        "policy": policy,
        "retired": retired,
        "has_agreement": has_agreement,
        "effective": _dated(policy.effective, voice),
        "has_version": has_version,
        "has_aside": has_agreement or has_version,
        "terms_address": addresses.TERMS,
    }


def _dated(day: date | None, voice: Voice) -> str | None:
    # Policies are printed and kept, so their days have a year, however near they are.
    return day_text(voice.locale, day, weekday=False, year=True) if day is not None else None


def _is_retired(policy: Policy) -> bool:
    return policy.status is PolicyStatus.RETIRED


def _place_in_list(policy: Policy) -> tuple[bool, int, str]:
    return (policy.order is None, policy.order or 0, policy.title)

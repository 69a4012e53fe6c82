"""The list of policies, and a page for each.

A retired policy leaves the list and keeps a page that says so. The day on which the owner looks
a policy over again is for the owner and stands on no page.
"""

from collections.abc import Iterator

from portalgen import addresses
from portalgen.documents import Document
from portalgen.edition import Edition
from portalgen.model.portal import Portal
from portalgen.model.prose import Policy, PolicyStatus, in_order
from portalgen.wording.voice import Voice


def documents(edition: Edition, voice: Voice) -> Iterator[Document]:
    """Yield the list, if a policy is current, and the page of each policy."""
    policies = edition.portal.policies
    current = in_order(each for each in policies if not _is_retired(each))
    if current:
        yield Document(
            addresses.POLICIES,
            "pages/texts.html",
            {
                "title": voice.gettext("Policies"),
                "texts": tuple((addresses.policy(each.slug), each) for each in current),
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
        "effective": policy.effective and voice.day_with_year(policy.effective),
        "has_version": has_version,
        "has_aside": has_agreement or has_version,
        "terms_address": addresses.TERMS,
    }


def _is_retired(policy: Policy) -> bool:
    return policy.status is PolicyStatus.RETIRED

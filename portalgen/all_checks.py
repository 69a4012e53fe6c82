"""The checks, in the order they run."""

from portalgen.checks.backups_consent import backups_consent
from portalgen.checks.clock_times_exist import clock_times_exist
from portalgen.checks.ends_agree import ends_agree
from portalgen.checks.holidays_are_known import holidays_are_known
from portalgen.checks.images_are_small import images_are_small
from portalgen.checks.links_lead_somewhere import links_lead_somewhere
from portalgen.checks.review_dates_lie_ahead import review_dates_lie_ahead
from portalgen.checks.services_have_fact_sheets import services_have_fact_sheets
from portalgen.checks.the_address_is_known import the_address_is_known
from portalgen.subject import Check

# Before anything is rendered.
OF_CONTENT: tuple[Check, ...] = (
    holidays_are_known,
    ends_agree,
    clock_times_exist,
    services_have_fact_sheets,
    backups_consent,
    review_dates_lie_ahead,
    images_are_small,
    the_address_is_known,
)

# Over the finished files.
OF_FILES: tuple[Check, ...] = (links_lead_somewhere,)

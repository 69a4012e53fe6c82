"""The checks, in the order they run."""

from portalgen.checks.absences_are_announced_in_time import absences_are_announced_in_time
from portalgen.checks.absences_end_within_a_year import absences_end_within_a_year
from portalgen.checks.back_is_an_open_day import back_is_an_open_day
from portalgen.checks.backups_are_there import backups_are_there
from portalgen.checks.backups_consent import backups_consent
from portalgen.checks.book_by_lies_before_the_start import book_by_lies_before_the_start
from portalgen.checks.clock_times_exist import clock_times_exist
from portalgen.checks.ends_agree import ends_agree
from portalgen.checks.every_instant_is_covered import every_instant_is_covered
from portalgen.checks.holidays_are_known import holidays_are_known
from portalgen.checks.links_lead_somewhere import links_lead_somewhere
from portalgen.checks.lists_have_dashes import lists_have_dashes
from portalgen.checks.nothing_leaks import nothing_leaks
from portalgen.checks.review_dates_lie_ahead import review_dates_lie_ahead
from portalgen.checks.services_have_fact_sheets import services_have_fact_sheets
from portalgen.checks.services_say_why_they_pause import services_say_why_they_pause
from portalgen.checks.the_address_is_known import the_address_is_known
from portalgen.checks.the_color_can_be_read import the_color_can_be_read
from portalgen.checks.the_editor_finds_its_files import the_editor_finds_its_files
from portalgen.checks.the_language_has_words import the_language_has_words
from portalgen.subject import Check

# Before anything is rendered.
OF_CONTENT: tuple[Check, ...] = (
    holidays_are_known,
    ends_agree,
    clock_times_exist,
    back_is_an_open_day,
    book_by_lies_before_the_start,
    absences_are_announced_in_time,
    absences_end_within_a_year,
    services_have_fact_sheets,
    services_say_why_they_pause,
    backups_consent,
    backups_are_there,
    every_instant_is_covered,
    review_dates_lie_ahead,
    lists_have_dashes,
    the_editor_finds_its_files,
    the_address_is_known,
    the_language_has_words,
    the_color_can_be_read,
)

# Over the finished files.
OF_FILES: tuple[Check, ...] = (links_lead_somewhere, nothing_leaks)

from datetime import date

from portalgen.build import Built
from portalgen.documents import File
from portalgen.leaks.haystack import digits, flow, haystack, letters


def test_letters_are_small_and_nothing_stands_between_them() -> None:
    assert letters("Winter\u00a0break, <b>20</b>27 \u2026") == "winterbreakb20b27…".encode()


def test_a_flow_has_one_blank_between_and_around_its_words() -> None:
    assert flow("Back:\n on “Monday”, \u2013 4\u00adth.") == b" Back on Monday 4th "


def test_digits_stand_in_a_row() -> None:
    assert digits("+1 (619) 555-0142") == b"16195550142"


def test_pictures_have_no_text_but_their_address() -> None:
    hay = haystack([File("/images/a.jpg", b"\xff\xd8 Rome in May"), File("/b.txt", b"Rome")])
    assert b"imagesajpg" in hay.letters
    assert b"may" not in hay.letters


def test_the_calendar_on_the_page_about_availability_is_understood(sample: Built) -> None:
    marked = haystack(sample.files).marked_days
    assert {date(2026, 12, 21), date(2026, 12, 30)} <= marked
    assert date(2026, 12, 14) not in marked

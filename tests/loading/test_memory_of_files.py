"""What did not change is not read anew: parts of a portal stay the same objects."""

from datetime import UTC, datetime

from portalgen.build import Order, survey
from portalgen.loading import examine
from portalgen.memory import Memory
from tests.loading.conftest import Write

TERMS = "clauses:\n  - id: pay\n    title: Fees\n    short: Soon.\n"
PAGE = "---\ntitle: About\n---\nHello.\n"
MOMENT = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)


def test_two_surveys_with_one_memory_share_their_parts(write: Write) -> None:
    order = Order(write({"terms.yaml": TERMS, "pages/about.md": PAGE}), MOMENT)
    memory = Memory()
    first, second = (survey(order, memory)[0].loaded.portal for _ in range(2))
    assert first.practice is second.practice
    assert first.terms is second.terms
    assert first.pages[0] is second.pages[0]


def test_a_changed_file_is_read_anew_and_the_others_stay(write: Write) -> None:
    texts = {"terms.yaml": TERMS, "pages/a.md": PAGE, "pages/b.md": PAGE}
    memory = Memory()
    before = examine(write(texts), memory=memory).portal
    changed = {"terms.yaml": TERMS.replace("Fees", "Money"), "pages/b.md": f"{PAGE}More.\n"}
    after = examine(write({**texts, **changed}), memory=memory).portal
    assert after.terms is not None
    assert after.terms.clauses[0].title == "Money"
    assert "More." in after.pages[1].body
    assert after.pages[0] is before.pages[0]
    assert after.practice is before.practice


def test_the_same_bytes_under_another_name_are_another_part(write: Write) -> None:
    folder = write({"pages/a.md": PAGE, "pages/b.md": PAGE})
    first, second = examine(folder, memory=Memory()).portal.pages
    assert (first.slug, second.slug) == ("a", "b")

"""The practice as a card for address books."""

from pathlib import Path

from portalgen.build import Built

GOLDEN = Path(__file__).parent / "contact_card.golden.vcf"


def test_the_card_of_the_sample_is_the_golden_one(sample: Built) -> None:
    card = next(each for each in sample.files if each.address == "/contact/contact.vcf")
    assert card.content == GOLDEN.read_bytes()

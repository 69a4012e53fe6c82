"""What one build hands to the next."""

from functools import partial

from portalgen.memory import Memory


def test_a_result_is_made_once() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "result"

    memory = Memory()
    assert [memory.recall("kind", ("key",), make) for _ in range(3)] == ["result"] * 3
    assert made == ["made"]


def test_another_key_or_kind_is_another_result() -> None:
    memory = Memory()
    places = [("markdown", ("a",)), ("markdown", ("b",)), ("template", ("a",)), ("template", ())]
    for number, (kind, key) in enumerate(places):
        assert memory.recall(kind, key, partial(int, number)) == number
    assert sorted(memory.recalled.values(), key=str) == [0, 1, 2, 3]

import pytest

from portalgen.problems import Place
from portalgen.sources.nodes import Mapping, Scalar, Sequence

HERE = Place("away.yaml", 3, 10)


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_an_unquoted_nothing_is_left_out(text: str) -> None:
    assert Scalar(HERE, text, plain=True).left_out


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_text_in_quotes_is_left_out(text: str) -> None:
    assert Scalar(HERE, text, plain=False).left_out


@pytest.mark.parametrize("text", ["~", "null", "no", "0"])
def test_a_word_in_quotes_is_a_text(text: str) -> None:
    assert not Scalar(HERE, text, plain=False).left_out


@pytest.mark.parametrize("text", ["no", "false", "0", "off", "NO", "none"])
def test_what_other_programs_read_as_nothing_is_a_text(text: str) -> None:
    assert not Scalar(HERE, text, plain=True).left_out


def test_an_empty_map_and_an_empty_list_are_left_out() -> None:
    assert Mapping(HERE, ()).left_out
    assert Sequence(HERE, ()).left_out
    assert not Sequence(HERE, (Scalar(HERE, ""),)).left_out

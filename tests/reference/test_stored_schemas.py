"""The schemas that lie in the repository, for those who edit the sample in it."""

import json
from pathlib import Path

import pytest

from portalgen.reference import json_schema, schema_names

STORED = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", schema_names())
def test_a_stored_schema_is_the_one_that_the_model_gives(name: str) -> None:
    text = (STORED / f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == json_schema(name), "run `make schemas`"

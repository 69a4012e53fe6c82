import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as an editor does: by the core schema of YAML 1.2, dates as texts."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's own


CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"~|null|Null|NULL|$"), ["~", "n", "N", ""]
)
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789")
)
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)
# In YAML 1.2 a leading zero does not make a number octal.
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


@pytest.fixture(scope="session")
def as_editors_read() -> Callable[[str], Any]:
    """Read a YAML text as an editor does."""
    return lambda text: yaml.load(text, CoreLoader)

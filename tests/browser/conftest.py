"""A server on this machine that shows the built sample to a browser."""

from collections.abc import Iterator

import pytest

from portalgen.build import Built
from tests.serving import Site


@pytest.fixture(scope="session")
def site(sample: Built) -> Iterator[Site]:
    """The sample at the root of a server."""
    served = Site({file.address: file.content for file in sample.files})
    yield served
    served.close()


@pytest.fixture(scope="session")
def site_in_a_folder(sample: Built) -> Iterator[Site]:
    """The sample in the folder /portal/ of a server that has nothing else."""
    served = Site({f"/portal{file.address}": file.content for file in sample.files})
    yield served
    served.close()

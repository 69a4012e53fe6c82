"""One edit after the other, also between processes.

What is held is the content folder itself, so that nothing lies in it that somebody could commit
or that a preview would notice; Windows can not hold a folder, and there it is a file beside the
system's temporary ones. The system lets go of it when a run ends, however it ends.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portalgen.editing.edits import Refused

_TRIES = 600
_PAUSE_SECONDS = 0.05


@contextmanager
def turn(content: Path) -> Iterator[None]:
    """Wait until nobody else edits the folder, and hold it as long as the body runs.

    Raises Refused when it is not free after half a minute, OSError when it can not be opened.
    """
    descriptor = _opened(content)
    try:
        _wait(descriptor, content)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, content: Path) -> None:
    for _ in range(_TRIES):
        if _hold(descriptor):
            return
        time.sleep(_PAUSE_SECONDS)
    raise Refused(f"Another command is editing {content}. Wait until it ends, and try again.")


if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile

    def _opened(content: Path) -> int:
        name = hashlib.sha256(str(content.resolve()).encode()).hexdigest()[:16]
        place = Path(tempfile.gettempdir()) / f"portalgen-{name}.lock"
        return os.open(place, os.O_RDWR | os.O_CREAT)

    def _hold(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(content: Path) -> int:
        return os.open(content, os.O_RDONLY | os.O_DIRECTORY)

    def _hold(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network disks hold no folders. There the look before the exchange has to do.
            return True
        return True

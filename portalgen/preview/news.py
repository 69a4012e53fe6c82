"""What the preview tells the owner at the terminal, as values; how it is said is up to commands."""

from dataclasses import dataclass

from portalgen.problems import Problem


@dataclass(frozen=True)
class Started:
    """The preview can be looked at, at an address; what is watched.

    `taken_port` is the port that was asked for, if somebody else has it.
    """

    address: str
    folders: tuple[str, ...]
    taken_port: int | None
    is_open_to_others: bool


@dataclass(frozen=True)
class Rebuilt:
    """A site is shown: what had changed (nothing at first), how many pages, how long it took."""

    changed: tuple[str, ...]
    pages: int
    seconds: float


@dataclass(frozen=True)
class Failed:
    """The content has problems; the same are shown in the browser.

    `trace` is where portalgen itself failed, if it did.
    """

    changed: tuple[str, ...]
    problems: tuple[Problem, ...]
    trace: str = ""


@dataclass(frozen=True)
class Advised:
    """The site is finished; this was advised on the way, and was not told before."""

    advice: tuple[Problem, ...]


News = Started | Rebuilt | Failed | Advised

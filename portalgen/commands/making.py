"""Building with what the last command remembered."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from portalgen.commands.orders import cache_folder

if TYPE_CHECKING:
    from portalgen.build import Built, Order


def make(order: "Order", tell: Callable[[str], None]) -> "Built":
    """Build an order, and keep what the next build of the same content can use.

    Raises ContentError.
    """
    from portalgen.build import build
    from portalgen.cache import keep, recollect

    folder = cache_folder(os.environ)
    memory = recollect(folder, order.content)
    built = build(order, memory, tell)
    keep(memory, folder, order.content)
    return built

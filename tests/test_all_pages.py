from importlib import import_module
from pkgutil import iter_modules

from portalgen import all_pages, pages


def test_every_kind_of_page_is_in_the_table() -> None:
    kinds = [import_module(f"portalgen.pages.{each.name}") for each in iter_modules(pages.__path__)]
    assert {kind.documents for kind in kinds} == set(all_pages.PAGES)

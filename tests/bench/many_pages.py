"""What portals of very many pages cost, beside mkdocs with the same Markdown and extensions.

Each page is of paragraphs of the sample's texts, in an order of its own. Nothing is remembered
from one run to the next, unless it says so.
"""

import random
import re
import shutil
import sys
from pathlib import Path

from portalgen.packed import packed_folder
from tests.bench.builds import SCRIPTS, interleaved, line, seconds

PAGES = {200: 7, 2000: 3}
PARAGRAPHS = 8
_FACT = re.compile(r"{{.*?}}")


def print_many_pages(folder: Path) -> None:
    """Print the figures."""
    print("pages of the same Markdown")
    for number, runs in PAGES.items():
        begun = folder / f"{number}"
        content, site = _written(number, begun)
        build = [
            str(SCRIPTS / "portalgen"), "build", "--content", str(content),
            "--output", str(begun / "public"),
        ]  # fmt: skip
        commands = {
            f"portalgen, {number} pages": ["env", "XDG_CACHE_HOME=/dev/null", *build],
            "the same, again": ["env", f"XDG_CACHE_HOME={begun / 'cache'}", *build],
            f"mkdocs, {number} pages": [
                str(SCRIPTS / "mkdocs"), "build", "--quiet", "--config-file",
                str(site / "mkdocs.yml"), "--site-dir", str(begun / "site"),
            ],
        }  # fmt: skip
        costs = interleaved(commands, begun, runs)
        theirs = seconds(costs[f"mkdocs, {number} pages"])
        for name in commands:
            mine = seconds(costs[name])
            ratios = "  ".join(
                f"{one / other:5.2f}" for one, other in zip(mine, theirs, strict=True)
            )
            each = f"{mine[0] / number * 1000:5.2f} ms a page"
            mebibytes = max(most for _, most in costs[name])
            print(f"{line(name, costs)}  {each}  {mebibytes:6.1f} MiB  {ratios}")
    print("the ratio to mkdocs, median and least; asked for: below 1.00, and a cost that grows")
    print("with the number of pages")


def _written(number: int, folder: Path) -> tuple[Path, Path]:
    """Write the pages, and return the content of a portal and the folder of mkdocs with them."""
    content, docs = folder / "content", folder / "mkdocs" / "docs"
    shutil.copytree(packed_folder("content"), content)
    docs.mkdir(parents=True)
    chance = random.Random(5)
    paragraphs = _paragraphs(content)
    for page in range(number):
        text = "\n\n".join([f"This is page {page}.", *chance.sample(paragraphs, PARAGRAPHS)])
        (content / "pages" / f"page-{page}.md").write_text(
            f"---\ntitle: Page {page}\n---\n\n{text}\n", encoding="utf-8"
        )
        (docs / f"page-{page}.md").write_text(f"# Page {page}\n\n{text}\n", encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs.parent / "mkdocs.yml").write_text(
        "site_name: Many pages\n"
        "markdown_extensions: [tables, def_list, footnotes, abbr, admonition, toc, attr_list,"
        " sane_lists]\n"
        "validation:\n  links: {absolute_links: ignore, not_found: ignore, anchors: ignore}\n",
        encoding="utf-8",
    )
    return content, docs.parent


def _paragraphs(content: Path) -> list[str]:
    """Return the paragraphs of the sample, without facts and without notes that they share."""
    texts = [path.read_text(encoding="utf-8").split("---", 2)[2] for path in content.rglob("*.md")]
    paragraphs = sorted({each for text in texts for each in text.split("\n\n") if each.strip()})
    return [_FACT.sub("24 hours", each) for each in paragraphs if "[^" not in each]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        print_many_pages(Path(name))
    sys.exit()

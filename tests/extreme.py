"""A portal in which everything is longer, more or less than usual, for tests and for pictures.

A name that fills three lines, sixty services, a timeline of many steps, a policy of three thousand
words, one in Arabic, a color that nobody can read; no photo, no logo, no terms. To look at it:

    python -m tests.extreme FOLDER/content
"""

import sys
from itertools import cycle, islice
from pathlib import Path

NAME = (
    "The Honorable Guinevere Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff Consultancy for "
    "Unusually Long-Standing Questions, Second Thoughts and Third Opinions"
)
TEXT = (
    "Whoever reads this far has been promised that nothing surprising stands here, and the promise "
    "holds: a policy may be long without being unkind, each of its sentences says one thing, and "
    "the next one says another."
)
WORDS = TEXT.split()
SERVICES = 60
STEPS = 25
POLICY_WORDS = 3_000
PARAGRAPH_WORDS = 120
HEADING_EACH = 4

PRACTICE = f"""\
name: {NAME}
kind: consultant
tagline: "{" ".join(WORDS[:22])} and more"
about: |
  {TEXT}
timezone: Pacific/Auckland
language: en-NZ
url: https://featherstonehaugh.example/a/folder/within/a/folder/
contact:
  email: the.honorable.guinevere@featherstonehaugh-wolfeschlegelsteinhausenbergerdorff.example
look:
  color: "#ffff00"
"""

ARABIC = """\
---
title: السرية
summary: ما تقوله يبقى بيننا، باستثناء حالتين فقط.
language: ar
---

كل ما تقوله في الجلسة يبقى بيننا. لا أتحدث عنه مع أحد، ولا أكتبه في رسالة، ولا أستخدمه مثالا.

## متى أتكلم

- إذا كانت حياة إنسان في خطر.
- إذا أمرت المحكمة بذلك.

اكتب إلى {{ contact.email }} إذا كان لديك سؤال. الرقم 24 يبقى 24.
"""


def write_extreme(content: Path) -> None:
    """Write the content into a folder, which is made."""
    files = {
        "practice.yaml": PRACTICE,
        "services.yaml": "services:\n" + "".join(_service(n + 1) for n in range(SERVICES)),
        "what-to-expect/everything.md": _fact_sheet(),
        "policies/long.md": _long_policy(),
        "policies/as-siyasa.md": ARABIC,
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8", newline="\n")


def _service(number: int) -> str:
    length = 4 + number % 7
    title = " ".join(islice(cycle(WORDS), number, number + length)).rstrip(",:.")
    return (
        f"  - id: service-{number}\n"
        f'    title: "{number}. {title}"\n'
        f"    summary: {_sentence(8 + number % 30)}\n"
        f"    price:\n      - amount: {number * 1234} NZD\n        per: year and a day\n"
    )


def _fact_sheet() -> str:
    """Return one fact sheet about all services, so that none is advised."""
    services = "".join(f"  - service-{number + 1}\n" for number in range(SERVICES))
    steps = "".join(
        f"  - when: Step {number}\n    you: {_sentence(number)}\n    me: {_sentence(number * 3)}\n"
        for number in range(1, STEPS + 1)
    )
    front = f"title: What to expect\nsummary: Much.\nservice:\n{services}steps:\n{steps}"
    return f"---\n{front}---\n"


def _sentence(words: int) -> str:
    return f'"{" ".join(islice(cycle(WORDS), words))}"'


def _long_policy() -> str:
    words = list(islice(cycle(WORDS), POLICY_WORDS))
    parts = ["---\ntitle: A policy of three thousand words\nsummary: It is long.\n---\n\n[TOC]\n"]
    for start in range(0, POLICY_WORDS, PARAGRAPH_WORDS):
        number = start // PARAGRAPH_WORDS
        if number % HEADING_EACH == 0:
            parts.append(f"## Part {number // HEADING_EACH + 1}, in which the policy goes on\n")
        parts.append(f"{' '.join(words[start : start + PARAGRAPH_WORDS])}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    write_extreme(Path(sys.argv[1]))

"""Reading the dev set: our own articles with their labels inline.

# kind: wire | published: 2026-03-18 | title: ...        the head of a file
[Kenya|GPE]  [Moscow|GPE=Russia]  [40 percent|PERCENT=40%]  [30,000|NUMBER=30000]
[the new year|]                                          a span nobody is scored on
{1:evidence of statement 1}
== statements
1 | party; party | issue | stance | speaker or - | verb | firm or hedged
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from briefing_app.domain.analysis import AnalysisRequest

FOLDER = Path(__file__).parent / "devset"
VALUES = frozenset({"DATE", "MONEY", "PERCENT", "NUMBER"})


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A labelled span."""

    start: int
    end: int
    label: str
    canonical: str


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A labelled figure."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A labelled statement."""

    number: int
    party: str
    issue: str
    stance: str
    speaker: str
    verb: str
    hedged: bool
    start: int
    end: int


@dataclass(slots=True)
class Gold:
    """An article of the dev set."""

    name: str
    text: str
    head: dict[str, str]
    mentions: list[GoldMention] = field(default_factory=list)
    figures: list[GoldFigure] = field(default_factory=list)
    free: list[tuple[int, int]] = field(default_factory=list)
    statements: list[GoldStatement] = field(default_factory=list)

    @property
    def request(self) -> AnalysisRequest:
        """Return what the engine is asked."""
        spans = tuple(m.span() for m in re.finditer(r"[^\n]+", self.text))
        return AnalysisRequest(
            self.text, spans, title=self.head.get("title", ""), published=self.head.get("published", ""),
            language="en", site=self.head.get("site", ""), author=self.head.get("author", ""),
        )  # fmt: skip

    def is_free(self, start: int, end: int) -> bool:
        """Say whether a span touches one nobody is scored on."""
        return any(s < end and start < e for s, e in self.free)


def read_devset(half: str) -> list[Gold]:
    """Return the articles of one half, in order of their names."""
    return [read_gold(path) for path in sorted(FOLDER.glob(f"{half}*.txt"))]


def read_gold(path: Path) -> Gold:
    """Read one labelled article."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    body, _, table = rest.partition("== statements\n")
    pairs = (item.split(": ", 1) for item in first.lstrip("# ").split(" | "))
    gold = Gold(path.stem, "", {key.strip(): value.strip() for key, value in pairs})
    spans = _strip(body.strip(), gold)
    for line in table.strip().splitlines():
        number, party, issue, stance, speaker, verb, firm = (cell.strip() for cell in line.split(" | "))
        start, end = spans[int(number)]
        gold.statements.append(
            GoldStatement(
                int(number), party, issue, stance, "" if speaker == "-" else speaker, verb,
                firm == "hedged", start, end,
            )
        )  # fmt: skip
    return gold


def _strip(body: str, gold: Gold) -> dict[int, tuple[int, int]]:
    """Take the markup out of a text, noting what it says; return the evidence by number."""
    out: list[str] = []
    length = 0
    names: list[int] = []
    evidence: list[tuple[int, int]] = []
    spans: dict[int, tuple[int, int]] = {}
    for match in re.finditer(r"\{(\d+):|\}|\[|\|([A-Z]*)(?:=([^\]]*))?\]|[^{}\[\]|]+", body):
        part = match[0]
        if part.startswith("{"):
            evidence.append((int(match[1]), length))
        elif part == "}":
            number, start = evidence.pop()
            spans[number] = (start, length)
        elif part == "[":
            names.append(length)
        elif part.startswith("|"):
            start = names.pop()
            _note(gold, "".join(out)[start:], start, length, match[2] or "", match[3] or "")
        else:
            out.append(part)
            length += len(part)
    gold.text = "".join(out)
    return spans


def _note(gold: Gold, text: str, start: int, end: int, label: str, canonical: str) -> None:
    if not label:
        gold.free.append((start, end))
        return
    if label in VALUES:
        digits = text
        if label == "NUMBER":
            # A count is the number alone, whatever stands with it inside the brackets.
            found = re.match(r"[\d.,]+(?: (?:million|billion))?|[A-Za-z-]+(?: (?:hundred|thousand|million))*", text)
            digits = found[0] if found else text
        gold.figures.append(GoldFigure(start, start + len(digits), canonical))
        if label == "NUMBER":
            return
    gold.mentions.append(
        GoldMention(start, end, label, canonical or (text.title() if text.isupper() and len(text) > 4 else text))
    )

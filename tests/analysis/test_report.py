from __future__ import annotations

from typing import Any

from briefing_app.analysis.report import report
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.article import Block, BlockKind, CleanDocument, Removal
from tests.analysis.bases import ENGINE

DECODED = "Kenya rejected the quota\r\nof $5 million.\r\n\r\nRead more here."
TEXT = "Kenya rejected the quota of $5 million.\n\nRead more here."


def _document(media_type: str = "text/plain") -> CleanDocument:
    cut = TEXT.index("Read")
    plain = media_type == "text/plain"
    offsets = ((0, 0), (TEXT.index("of"), DECODED.index("of")), (cut, DECODED.index("Read")))
    return CleanDocument(
        source="a.txt", media_type=media_type, encoding="utf-8", sha256="", title="Quota", text=TEXT,
        blocks=(Block(1, BlockKind.PARAGRAPH, 0, 39), Block(2, BlockKind.PARAGRAPH, cut, len(TEXT))),
        removals=(Removal(cut, len(TEXT), "teaser", "A line that leads elsewhere."),),
        offset_map=offsets if plain else (),
    )  # fmt: skip


def _report(media_type: str = "text/plain") -> dict[str, Any]:
    document = _document(media_type)
    request = AnalysisRequest(
        TEXT, tuple((b.start, b.end) for b in document.blocks),
        hidden=tuple((r.start, r.end) for r in document.removals), language="en",
    )  # fmt: skip
    return report("a", document, ENGINE.analyse(request))


def test_report_of_plain_text_counts_in_the_decoded_input() -> None:
    value = _report()
    assert "text" not in value
    assert value["boilerplate"] == [[DECODED.index("Read"), len(DECODED)]]
    (fact,) = value["facts"]
    assert DECODED[fact["start"] : fact["end"]] == "$5 million"
    assert fact["value"] == "USD 5000000"
    (position,) = value["positions"]
    assert DECODED[position["evidence_start"] : position["evidence_end"]].startswith("Kenya rejected the quota\r\nof")
    assert position == {
        "party": "Kenya", "issue": "Fishing quotas", "stance": "rejects", "evidence_start": 0,
        "evidence_end": DECODED.index(".") + 1, "speaker": None, "attribution_verb": "rejected",
        "hedged": False, "confidence": position["confidence"],
    }  # fmt: skip
    assert value["parties"] == ["Kenya"]


def test_report_of_other_formats_gives_the_text() -> None:
    value = _report("text/html")
    assert value["text"] == TEXT
    (fact,) = value["facts"]
    assert TEXT[fact["start"] : fact["end"]] == "$5 million"
    assert {entity["label"] for entity in value["entities"]} == {"GPE", "MONEY"}

"""A small negotiation of our own invention, from which notes are composed in tests."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.annotation import Annotation
from briefing_app.domain.briefing_input import BriefingInput, DatedPassage, Source, TrackedFigure
from briefing_app.domain.derive import build_matrix
from briefing_app.domain.dossier import Dossier, Issue, Party, PartyRole
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import AnnotationId, ArticleId, DossierId, NoteId, StatementId, VersionId
from briefing_app.domain.note import Note
from briefing_app.domain.position import Stance, Statement

AS_OF = "2026-03-20"
VERSION = "9.9.9"

DOSSIER = Dossier(
    DossierId("d1"),
    "Sella water talks",
    parties=(
        Party("Norvia", "country:NV", members=("Minister Aldane",)),
        Party("Tarsk", "country:TK"),
        Party("United Basin Commission", "org:UBC", PartyRole.MEDIATOR),
    ),
    issues=(Issue("Dam releases"), Issue("Data sharing"), Issue("Compensation")),
    marking="TLP:AMBER",
)

SOURCES = {
    "a1": Source(
        "a1",
        "Delegations leave Sella without a timetable for releases",
        author="Jana Holt",
        site="Harbour Wire",
        published="2026-03-18",
        url="https://example.org/sella?day=1&x=2",
        accessed="2026-03-19",
        reliability="B",
        text="t1",
        kind="wire",
        marking="TLP:GREEN",
    ),
    "a2": Source("a2", "Who counts the water?", site="Basin Review", accessed="2026-03-20", reliability="C", text="t2"),
    "a3": Source(
        "a3",
        "Delegations leave Sella",
        site="Morning Ledger",
        published="2026-03-18",
        url="https://example.com/reprint",
        accessed="2026-03-19",
        text="t1",
    ),
    "a4": Source(
        "a4", "Tarsk opens the ledgers", "Ilo Brandt", "Harbour Wire", "2026-02-10", text="t4", reliability="B"
    ),
}


def said(
    number: int,
    party: str,
    issue: str,
    stance: Stance,
    paraphrase: str,
    *,
    article: str = "a1",
    on: str = "2026-03-18",
    quote: str = "",
    status: Status = Status.CONFIRMED,
    **more: object,
) -> Statement:
    """Return a statement of the talks; its passage is the quote, in paragraph ``number``."""
    exact = quote or f"{party} spoke of {paraphrase or issue}."
    statement = Statement(
        id=StatementId(f"statement-{number:02}"),
        version=VersionId(f"v-{article}"),
        article=ArticleId(article),
        parties=(party,),
        issue=issue,
        stance=stance,
        evidence=(Anchor(number * 100, number * 100 + len(exact), exact, paragraph=number),),
        paraphrase=paraphrase,
        said_on=on,
        reported_on=on,
        status=status,
        credibility=2,
        seq=number,
    )
    return replace(statement, **more)  # type: ignore[arg-type]  # keywords are fields of Statement


STATEMENTS = (
    said(1, "Norvia", "Dam releases", Stance.REJECTS, "any fixed timetable", article="a4", on="2026-02-10"),
    said(
        2,
        "Minister Aldane",
        "Dam releases",
        Stance.CONDITIONAL,
        "only if Tarsk pays for the turbines",
        speaker="Minister Aldane",
    ),
    said(
        3,
        "Tarsk",
        "Dam releases",
        Stance.DEMANDS,
        "Releases of water in April and May",
        quote="Releases in April and May are a must.",
    ),
    said(4, "Tarsk", "Dam releases", Stance.DEMANDS, "releases in spring", article="a3"),
    said(5, "Tarsk", "Data sharing", Stance.OFFERS, "to open its gauges", article="a4", on="2026-02-10"),
    said(
        6,
        "Norvia",
        "Data sharing",
        Stance.SUPPORTS,
        "a joint register",
        status=Status.SUGGESTED,
        hedges=("reportedly",),
    ),
    said(
        7,
        "United Basin Commission",
        "Compensation",
        Stance.UNDECIDED,
        "a fund",
        article="a2",
        on="",
        reported_on="2026-03-01",
    ),
)

ANNOTATIONS = (
    Annotation(
        AnnotationId("annotation-1"),
        VersionId("v-a4"),
        ArticleId("a4"),
        Anchor(50, 90, "The gauges cost 55 million crowns.", paragraph=2),
        type="Figure",
    ),
    Annotation(
        AnnotationId("annotation-2"),
        VersionId("v-a1"),
        ArticleId("a1"),
        Anchor(5, 9, "Is it?", paragraph=1),
        "Question",
    ),
)

DATES = (
    DatedPassage("2026-04-02", "The parties will meet again in Sella on 2 April.", "a1", 9, 900, 950, confirmed=True),
    DatedPassage("2026-06", "A vote on the register is due in June.", "a1", 10, 960, 990),
    DatedPassage("2026-03-01", "The first session was on 1 March.", "a1", 11, 1000, 1030),
)

FIGURES = (TrackedFigure("55 million crowns", "cost of the gauges", "Tarsk", "a4", 2, 50, 90),)

SECTIONS = {
    "bluf": "Norvia has **moved** on releases;[^statement-02] the register is close.",
    "issue_statement": "Whether a timetable for releases can be signed before the *summer*.",
    "considerations": "- We assess that a text in April is likely.\n- We assess this with moderate confidence.",
}


def talks(**changes: object) -> BriefingInput:
    """Return the input of a note on the talks; keywords replace fields, ``fields`` and ``sections`` the note's."""
    note = Note(
        NoteId("n1"),
        DOSSIER.id,
        "briefing-note",
        "Sella: state of the water talks",
        fields={"to": "Director, Basins", "from": "Desk"} | dict(changes.pop("fields", {})),  # type: ignore[call-overload]
        sections=dict(changes.pop("sections", SECTIONS)),  # type: ignore[call-overload]
        include=str(changes.pop("include", "all")),
    )
    dossier = changes.get("dossier", DOSSIER)
    statements = changes.get("statements", STATEMENTS)
    sources = changes.get("sources", SOURCES)
    as_of = str(changes.get("as_of", AS_OF))
    matrix = build_matrix(
        dossier,  # type: ignore[arg-type]
        statements,  # type: ignore[arg-type]
        as_of,
        include=note.include,
        searched=4,
        source_of=lambda one: sources[one.article].identity if one.article in sources else one.article,  # type: ignore[operator,index]
    )
    given = BriefingInput(
        note,
        DOSSIER,
        matrix,
        STATEMENTS,
        SOURCES,
        AS_OF,
        VERSION,
        annotations=ANNOTATIONS,
        dates=DATES,
        figures=FIGURES,
    )
    return replace(given, **changes)  # type: ignore[arg-type]  # keywords are fields of BriefingInput

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.derive import SCALE, build_matrix, derive_position, evidence_as_of, reported_by, trend_between
from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import ArticleId, DossierId, StatementId, VersionId
from briefing_app.domain.position import Position, Stance, Statement, Trend


def said(
    stance: Stance,
    on: str,
    *,
    seq: int = 1,
    party: str = "Norvia",
    article: str = "",
    status: Status = Status.CONFIRMED,
    reported: str = "",
) -> Statement:
    return Statement(
        id=StatementId(f"s{seq}"),
        version=VersionId("v"),
        article=ArticleId(article or f"a{seq}"),
        parties=(party,),
        issue="Dam",
        stance=stance,
        evidence=(),
        said_on=on,
        reported_on=reported or on,
        status=status,
        seq=seq,
    )


def held(*statements: Statement, as_of: str = "2026-12-31", since: str = "", include: str = "all") -> Position:
    return derive_position(statements, Party("Norvia"), "Dam", as_of, since=since, include=include)


def test_position_when_nothing_was_said_then_none_is_stated() -> None:
    position = derive_position([], Party("Norvia"), "Dam", "2026-01-01", searched=7)
    assert (position.stance, position.trend, position.current, position.searched) == (None, None, None, 7)


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        (Stance.REJECTS, Stance.OPPOSES, Trend.SOFTENED),
        (Stance.REJECTS, Stance.CONDITIONAL, Trend.SOFTENED),
        (Stance.UNDECIDED, Stance.SUPPORTS, Trend.SOFTENED),
        (Stance.CONDITIONAL, Stance.OFFERS, Trend.SOFTENED),
        (Stance.CONDITIONAL, Stance.DEMANDS, Trend.HARDENED),
        (Stance.SUPPORTS, Stance.UNDECIDED, Trend.HARDENED),
        (Stance.DEMANDS, Stance.REJECTS, Trend.HARDENED),
        (Stance.REJECTS, Stance.SUPPORTS, Trend.REVERSED),
        (Stance.DEMANDS, Stance.OFFERS, Trend.REVERSED),
        (Stance.OFFERS, Stance.OPPOSES, Trend.REVERSED),
        (Stance.OPPOSES, Stance.DEMANDS, Trend.UNCHANGED),
        (Stance.OFFERS, Stance.SUPPORTS, Trend.UNCHANGED),
    ],
)
def test_trend_between_two_stances(before: Stance, now: Stance, trend: Trend) -> None:
    assert held(said(before, "2026-01-01"), said(now, "2026-02-01", seq=2)).trend is trend


def test_trend_when_first_then_new_and_when_repeated_then_unchanged() -> None:
    first = said(Stance.DEMANDS, "2026-01-01")
    assert held(first).trend is Trend.NEW
    again = held(first, said(Stance.DEMANDS, "2026-01-05", seq=2))
    assert (again.trend, again.since, again.previous) == (Trend.UNCHANGED, "2026-01-01", None)


def test_trend_when_a_change_is_repeated_then_it_stays_told() -> None:
    position = held(
        said(Stance.REJECTS, "2026-01-01"),
        said(Stance.CONDITIONAL, "2026-02-01", seq=2),
        said(Stance.CONDITIONAL, "2026-02-09", seq=3),
    )
    assert (position.trend, position.previous, position.since) == (Trend.SOFTENED, Stance.REJECTS, "2026-02-01")


def test_trend_when_one_article_says_two_things_on_one_day_then_it_is_no_movement() -> None:
    position = held(
        said(Stance.REJECTS, "2026-01-01", article="a"), said(Stance.DEMANDS, "2026-01-01", seq=2, article="a")
    )
    assert (position.stance, position.trend) == (Stance.DEMANDS, Trend.NEW)


def test_trend_when_a_date_is_compared_then_it_is_counted_from_there() -> None:
    statements = [
        said(Stance.REJECTS, "2026-01-01"),
        said(Stance.UNDECIDED, "2026-02-01", seq=2),
        said(Stance.CONDITIONAL, "2026-03-01", seq=3),
    ]
    assert held(*statements, since="2026-02-15").previous is Stance.UNDECIDED
    assert held(*statements, since="2026-02-15").trend is Trend.SOFTENED
    assert held(*statements, since="2026-03-02").trend is Trend.UNCHANGED
    assert held(*statements, since="2025-01-01").trend is Trend.NEW


def test_conflict_when_two_sources_of_the_latest_day_cannot_both_be_right() -> None:
    one, other = said(Stance.REJECTS, "2026-01-01"), said(Stance.SUPPORTS, "2026-01-01", seq=2)
    assert held(one, other).trend is Trend.CONFLICTING
    assert held(one, replace(other, article=one.article)).trend is Trend.NEW
    assert held(one, said(Stance.DEMANDS, "2026-01-01", seq=2)).trend is Trend.NEW
    assert held(one, other, said(Stance.SUPPORTS, "2026-01-09", seq=3)).trend is Trend.UNCHANGED


def test_current_when_said_early_but_reported_late_then_the_later_word_holds() -> None:
    late_report = said(Stance.REJECTS, "2026-01-01", seq=9, reported="2026-03-01")
    position = held(said(Stance.OFFERS, "2026-02-01", reported="2026-02-01"), late_report)
    assert position.stance is Stance.OFFERS


def test_evidence_when_reported_after_the_date_then_it_does_not_count() -> None:
    statement = said(Stance.REJECTS, "2026-01-01", reported="2026-03-01")
    assert held(statement, as_of="2026-02-28").current is None
    assert held(statement, as_of="2026-03-01").current is statement


def test_include_when_confirmed_then_suggestions_do_not_count_and_rejected_never() -> None:
    suggested = said(Stance.REJECTS, "2026-02-01", seq=2, status=Status.SUGGESTED)
    edited = said(Stance.OFFERS, "2026-01-01", status=Status.EDITED)
    rejected = said(Stance.DEMANDS, "2026-03-01", seq=3, status=Status.REJECTED)
    assert held(edited, suggested, rejected).current is suggested
    assert held(edited, suggested, rejected, include="confirmed").current is edited


def test_sources_when_reprints_then_they_count_once() -> None:
    statements = [said(Stance.DEMANDS, f"2026-01-0{day}", seq=day) for day in (1, 2, 3)]
    wire = {"a1": "same", "a2": "same", "a3": "own"}
    position = derive_position(statements, Party("Norvia"), "Dam", source_of=lambda one: wire[one.article])
    assert position.sources == 2
    assert held(*statements).sources == 3


def test_firm_when_hedged_or_unnamed_then_not() -> None:
    plain = said(Stance.DEMANDS, "2026-01-01")
    assert held(plain).firm
    assert not held(replace(plain, hedges=("may",))).firm
    assert not held(replace(plain, attribution_level=4)).firm


def test_members_and_keys_and_joint_statements_count_for_the_party() -> None:
    minister = said(Stance.OFFERS, "2026-01-01", party="Minister Aldane")
    keyed = replace(said(Stance.OFFERS, "2026-01-02", seq=2, party="Norvian cabinet"), keys=("country:NV",))
    joint = replace(said(Stance.SUPPORTS, "2026-01-03", seq=3), parties=("Tarsk", "NORVIA"))
    dossier = Dossier(
        DossierId("d"),
        "Talks",
        (Party("Norvia", "country:NV", members=("minister  aldane",)), Party("Tarsk")),
        (Issue("dam"), Issue("Other")),
    )
    matrix = build_matrix(dossier, [minister, keyed, joint], "2026-02-01", searched=3)
    assert matrix.cells["Norvia", "dam"].evidence == (minister, keyed, joint)
    assert matrix.cells["Tarsk", "dam"].evidence == (joint,)
    assert len(matrix.cells) == 4
    assert matrix.cells["Tarsk", "Other"].searched == 3


def test_statement_counts_on_the_issue_its_label_means_and_on_those_above() -> None:
    plain = said(Stance.OFFERS, "2026-01-01")
    worded = replace(said(Stance.REJECTS, "2026-01-02", seq=2), issue="Filling of the reservoir")
    other = replace(said(Stance.SUPPORTS, "2026-01-03", seq=3), issue="Grain")
    issues = (Issue("Water"), Issue("Dam", ("reservoir filling",), parent="Water"), Issue("Trade"))
    matrix = build_matrix(Dossier(DossierId("d"), "Talks", (Party("Norvia"),), issues), [plain, worded, other])
    assert matrix.cells["Norvia", "Dam"].evidence == (plain, worded)
    assert matrix.cells["Norvia", "Water"].evidence == (plain, worded)
    assert matrix.cells["Norvia", "Trade"].evidence == ()


@pytest.mark.parametrize(
    ("reported", "as_of", "known"),
    [
        ("2026-03-01", "2026-03-01", True),
        ("2026-03-02", "2026-03-01", False),
        ("2026-03-01T23:00:00Z", "2026-03-01", True),
        ("2026-03-01T10:00:00+02:00", "2026-03-01T08:30:00Z", True),
        ("2026-03-01T10:00:00Z", "2026-03-01T09:00:00Z", False),
        ("2026-03-20", "2026-03", True),
        ("2026-04", "2026-03-31", False),
        ("", "2026-03-01", True),
        ("2026-03-01", "", True),
    ],
)
def test_reported_by_a_date(reported: str, as_of: str, known: bool) -> None:
    assert reported_by(reported, as_of) is known


_DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 1, 20))


@st.composite
def _statements(draw: st.DrawFn) -> list[Statement]:
    count = draw(st.integers(0, 12))
    return [
        said(
            draw(st.sampled_from(list(Stance))),
            draw(_DAYS).isoformat(),
            seq=index,
            article=draw(st.sampled_from(["a", "b", "c"])),
            status=draw(st.sampled_from(list(Status))),
            reported=draw(_DAYS).isoformat(),
            party=draw(st.sampled_from(["Norvia", "Tarsk"])),
        )
        for index in range(count)
    ]


@given(_statements(), st.randoms(), _DAYS)
def test_position_does_not_depend_on_the_order_of_statements(
    statements: list[Statement], random: object, day: object
) -> None:
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands over a Random
    assert held(*shuffled, as_of=str(day)) == held(*statements, as_of=str(day))


@given(_statements(), _DAYS, _DAYS)
def test_evidence_only_grows_with_the_date(statements: list[Statement], one: object, other: object) -> None:
    early, late = sorted([str(one), str(other)])
    before, after = evidence_as_of(statements, early), evidence_as_of(statements, late)
    assert [statement for statement in after if statement in before] == list(before)


@given(_statements(), _DAYS)
def test_position_as_of_a_day_needs_nothing_reported_later(statements: list[Statement], day: object) -> None:
    known = [one for one in statements if one.reported_on <= str(day)]
    assert held(*known, as_of=str(day)) == held(*statements, as_of=str(day))


@given(_statements(), _DAYS)
def test_confirmed_positions_rest_on_confirmed_statements_only(statements: list[Statement], day: object) -> None:
    position = held(*statements, as_of=str(day), include="confirmed")
    assert all(one.status.counts for one in position.evidence)
    assert {one.id for one in position.evidence} <= {one.id for one in held(*statements, as_of=str(day)).evidence}


@given(_statements())
def test_position_holds_together(statements: list[Statement]) -> None:
    position = held(*statements)
    assert (position.stance is None) == (position.trend is None) == (not position.evidence)
    if position.current is not None:
        assert position.stance is position.current.stance
        assert 1 <= position.sources <= len(position.evidence)
        assert position.since <= position.current.said_on
        assert (position.trend is Trend.NEW) <= (position.previous is None)


@given(st.sampled_from(list(Stance)), st.sampled_from(list(Stance)))
def test_trend_read_backwards_is_its_opposite(one: Stance, other: Stance) -> None:
    opposite = {Trend.SOFTENED: Trend.HARDENED, Trend.HARDENED: Trend.SOFTENED}
    there, back = trend_between(one, other), trend_between(other, one)
    assert back is opposite.get(there, there)
    assert (there is Trend.UNCHANGED) == (SCALE[one] == SCALE[other])

from __future__ import annotations

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.annotation import Annotation
from briefing_app.domain.article import Block, BlockKind, Removal
from briefing_app.domain.entity import EntityKind, Mention, Status
from briefing_app.domain.ids import AnnotationId, ArticleId, VersionId
from briefing_app.domain.upcoming import upcoming

TEXT = "The envoys meet again on 2 April. Prices rose until 3 April.\n\nThe deadline of 1 March has passed."
BLOCKS = (Block(1, BlockKind.PARAGRAPH, 0, 60), Block(2, BlockKind.PARAGRAPH, 62, len(TEXT)))


def date(text: str, iso: str, status: Status = Status.SUGGESTED) -> Mention:
    start = TEXT.index(text)
    return Mention(start, start + len(text), EntityKind.DATE, text, iso, status=status)


MENTIONS = (date("2 April", "2026-04-02"), date("3 April", "2026-04-03"), date("1 March", "2026-03-01"))


def test_upcoming_gives_the_sentence_of_a_meeting_to_come_and_nothing_else() -> None:
    (found,) = upcoming("a", TEXT, BLOCKS, MENTIONS, "2026-03-20T09:00:00Z")
    assert (found.text, found.date, found.para) == ("The envoys meet again on 2 April.", "2026-04-02", 1)
    assert TEXT[found.start : found.end] == found.text
    assert not found.confirmed


def test_upcoming_when_a_person_confirmed_the_date_or_marked_the_sentence() -> None:
    confirmed = date("2 April", "2026-04-02", Status.CONFIRMED)
    assert upcoming("a", TEXT, BLOCKS, [confirmed], "2026-03-20")[0].confirmed
    mark = Annotation(AnnotationId("n"), VersionId("v"), ArticleId("a"), Anchor(4, 10, "envoys"))
    assert upcoming("a", TEXT, BLOCKS, MENTIONS, "2026-03-20", annotations=[mark])[0].confirmed


def test_upcoming_when_the_mention_is_rejected_or_hidden_then_not() -> None:
    rejected = date("2 April", "2026-04-02", Status.REJECTED)
    assert upcoming("a", TEXT, BLOCKS, [rejected], "2026-03-20") == ()
    assert upcoming("a", TEXT, BLOCKS, MENTIONS, "2026-03-20", removals=[Removal(0, 60, "rule", "why")]) == ()


def test_upcoming_when_the_date_is_partial_or_a_range_then_its_first_day_counts() -> None:
    month = date("2 April", "2026-03")
    assert upcoming("a", TEXT, BLOCKS, [month], "2026-03-20") == ()
    span = date("2 April", "2026-04-02/2026-04-05")
    assert upcoming("a", TEXT, BLOCKS, [span], "2026-03-20")[0].date == "2026-04-02"

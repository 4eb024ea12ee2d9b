"""What the panel asks of the library, and what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.listing import ListQuery, Scope, Sort
from briefing_app.jobs.runner import DirectRunner
from briefing_app.ui.library.back import BackSource
from briefing_app.ui.library.presenter import LibraryPresenter, begun
from tests.ui.library.fake_listing import FakeListing, some_rows

if TYPE_CHECKING:
    from array import array

    from briefing_app.ui.library.nav_items import NavItem


class Screen:
    def __init__(self) -> None:
        self.seqs: list[int] = []
        self.fresh = False
        self.query = ListQuery()
        self.items: list[NavItem] = []

    def show_articles(self, seqs: array[int], query: ListQuery, *, fresh: bool) -> None:
        self.seqs, self.query, self.fresh = list(seqs), query, fresh

    def show_places(self, items: list[NavItem], query: ListQuery) -> None:
        self.items = items


def started(number: int = 12, query: ListQuery | None = None) -> tuple[LibraryPresenter, Screen, FakeListing]:
    screen, listing = Screen(), FakeListing(some_rows(number))
    presenter = LibraryPresenter(screen, listing, query or ListQuery())
    presenter.start()
    return presenter, screen, listing


def test_start_when_shown_then_list_and_places_are_there_at_once() -> None:
    _, screen, _ = started()
    assert screen.seqs == list(range(12, 0, -1))
    assert [item.text for item in screen.items][:3] == ["Library", "Inbox", "To review"]


def test_search_when_two_letters_typed_then_nothing_is_asked() -> None:
    presenter, _, listing = started()
    listing.asked.clear()
    presenter.search("po", typing=True)
    assert listing.asked == []
    presenter.search("pol", typing=True)
    assert listing.asked[0].text == "pol*"


def test_search_when_two_chinese_letters_typed_then_asked_for_they_are_a_word() -> None:
    presenter, _, listing = started()
    listing.asked.clear()
    presenter.search("会", typing=True)
    assert listing.asked == []
    presenter.search("会谈", typing=True)
    assert listing.asked[0].text == "会谈"


def test_search_when_entered_then_few_letters_are_enough() -> None:
    presenter, screen, _ = started()
    presenter.search("po", typing=False)
    assert screen.query.text == "po"


def test_search_when_in_a_dossier_then_whole_library_and_back_again() -> None:
    presenter, screen, _ = started(query=ListQuery(Scope.DOSSIER, "d1"))
    presenter.search("poll", typing=True)
    assert (screen.query.scope, presenter.place.ref) == (Scope.ALL, "d1")
    presenter.narrow(here=True)
    assert (screen.query.scope, screen.query.ref, screen.query.text) == (Scope.DOSSIER, "d1", "poll*")
    presenter.search("", typing=True)
    assert (screen.query.scope, screen.query.ref, screen.query.text) == (Scope.DOSSIER, "d1", "")


def test_sort_when_chosen_then_it_stays_from_place_to_place() -> None:
    presenter, screen, _ = started()
    presenter.sort(Sort.OLDEST)
    assert screen.seqs[0] == 1
    presenter.go(Scope.STARRED)
    assert screen.query.sort is Sort.OLDEST


def test_refresh_when_opened_article_was_read_then_it_stays_in_the_inbox() -> None:
    presenter, screen, listing = started(query=ListQuery(Scope.INBOX))
    seq = screen.seqs[2]
    presenter.note_opened(f"article-{seq}")
    listing.change(seq, read=True)
    presenter.refresh()
    assert seq in screen.seqs
    assert screen.fresh is False
    presenter.go(Scope.INBOX)
    assert seq not in screen.seqs


def test_refresh_when_kept_article_is_sorted_away_then_it_goes() -> None:
    presenter, screen, listing = started(query=ListQuery(Scope.INBOX))
    seq = screen.seqs[0]
    presenter.note_opened(f"article-{seq}")
    presenter.let_go([seq])
    listing.change(seq, archived=True)
    presenter.refresh()
    assert seq not in screen.seqs


def test_clear_when_searching_and_filtering_then_both_go() -> None:
    presenter, screen, _ = started()
    presenter.show(ListQuery(text="poll", unread=True))
    presenter.clear()
    assert screen.query == ListQuery()


def test_attached_when_asked_then_the_second_listing_answers() -> None:
    presenter, screen, front = started()
    back = FakeListing(some_rows(3))
    presenter.attach(DirectRunner(), BackSource(lambda: back))
    front.asked.clear()
    presenter.go(Scope.ALL)
    assert screen.seqs == [3, 2, 1]
    assert front.asked == []


def test_back_source_when_closed_then_its_listing_is_too() -> None:
    listing = FakeListing(some_rows(2))
    back = BackSource(lambda: listing)
    assert list(back.ids(ListQuery())) == [2, 1]
    assert back.places()[1] == listing.dossier_names
    back.close()
    assert listing.closed


def test_begun_when_the_last_word_is_long_enough_then_a_beginning_and_else_as_typed() -> None:
    typed = ("mack", "river tal", "ab", "party:rus", '"river talks"', "river OR", "mack*", "")
    assert [begun(text) for text in typed] == [
        "mack*",
        "river tal*",
        "ab",
        "party:rus",
        '"river talks"',
        "river OR",
        "mack*",
        "",
    ]

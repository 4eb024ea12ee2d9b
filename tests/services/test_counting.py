"""What lists count is what is shown: by threshold, by what was learnt, after undo, in articles that come later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.certainty import Curve
from briefing_app.domain.entity import Status
from briefing_app.domain.listing import ListQuery, Scope
from briefing_app.store.listing import Listing
from tests.services.conftest import ARTICLE
from tests.services.test_learning import AGAINST_ICELAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.services.services import Services


@pytest.fixture
def lists(services: Services, article: str) -> Iterator[tuple[Listing, str]]:
    listing = Listing(services.store.path, None)
    yield listing, article
    listing.close()


def counted(lists: tuple[Listing, str]) -> int:
    """Return how many suggestions the list shows of the article, which is to review where there are any."""
    listing, _ = lists
    (row,) = listing.rows(listing.ids(ListQuery(Scope.ALL)))
    assert listing.counts()[Scope.REVIEW.value] == len(listing.ids(ListQuery(Scope.REVIEW))) == (row.suggestions > 0)
    return row.suggestions


def shown(services: Services, article: str) -> int:
    """Return how many suggestions the reader shows of the article."""
    return sum(one.status is Status.SUGGESTED for one in services.reading.open_article(article).statements)


def test_a_threshold_is_counted_and_its_undo_too(services: Services, lists: tuple[Listing, str]) -> None:
    every = counted(lists)
    assert every == shown(services, lists[1]) > 1
    least = sorted(one.confidence for one in services.reading.open_article(lists[1]).statements)[1]
    services.certainty.set(least + 0.001, None)
    assert counted(lists) == shown(services, lists[1]) < every
    services.certainty.set(1.0, None)
    assert counted(lists) == shown(services, lists[1]) == 0
    services.store.undo()
    services.store.undo()
    assert services.certainty.settle() == every
    assert counted(lists) == shown(services, lists[1]) == every
    assert services.certainty.settle() == 0
    assert services.store.check() == []


def test_a_curve_and_what_was_learnt_are_counted(services: Services, lists: tuple[Listing, str]) -> None:
    every = counted(lists)
    services.certainty.set(0.5, Curve((0.0,), (0.4,)))
    assert counted(lists) == shown(services, lists[1]) == 0
    services.certainty.set(0.0, None)
    services.learning.adopt(AGAINST_ICELAND)
    assert 0 < counted(lists) == shown(services, lists[1]) < every
    services.learning.forget()
    assert counted(lists) == every


def test_an_article_that_is_analysed_later_is_counted_so_too(services: Services, lists: tuple[Listing, str]) -> None:
    services.certainty.set(1.0, None)
    services.importing.analyse(lists[1])
    later = services.importing.import_bytes(ARTICLE.replace("Monday", "Sunday").encode(), "again.txt").article
    services.importing.analyse(later)
    listing = lists[0]
    assert [row.suggestions for row in listing.rows(listing.ids(ListQuery(Scope.ALL)))] == [0, 0]
    services.certainty.set(0.0, None)
    assert sum(row.suggestions for row in listing.rows(listing.ids(ListQuery(Scope.ALL)))) == shown(
        services, later
    ) + shown(services, lists[1])


def test_what_is_decided_and_taken_back_is_counted_right(services: Services, lists: tuple[Listing, str]) -> None:
    services.certainty.set(1.0, None)
    hidden = services.reading.open_article(lists[1]).unsure
    services.statements.accept([hidden[0].id])
    services.statements.dismiss([hidden[1].id])
    assert counted(lists) == 0
    services.store.undo()
    services.store.undo()
    assert counted(lists) == 0
    assert services.store.check() == []

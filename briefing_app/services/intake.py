"""Reading an input as far as a unit of work is not needed: fetch it, recognise it, clean it, hash it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.addresses import page_key
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError, UserError
from briefing_app.services.arrivals import Arrival
from briefing_app.services.fetching import Page
from briefing_app.services.files import read_input
from briefing_app.services.reprints import signature_of
from briefing_app.store.originals import Original

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.domain.collection import Collection
    from briefing_app.services.collections import CollectionService
    from briefing_app.services.fetching import Fetcher
    from briefing_app.services.thinking import Thinker
    from briefing_app.store.store import Store

Thing = Arrival | ImportOutcome
"""Something that was read, or why it was not."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An input that could be opened: one document (part 0), or a file of ``many`` things (parts from 1)."""

    sha256: str
    many: bool
    things: Iterator[tuple[int, Thing]]


class Intake:
    """Reads inputs; any number of threads may do so at once."""

    def __init__(self, store: Store, thinker: Thinker, fetcher: Fetcher, collections: CollectionService) -> None:
        self._store = store
        self._thinker = thinker
        self._fetcher = fetcher
        self._collections = collections

    def open(self, place: str, *, folder: str = "", passed: Callable[[], frozenset[int]] = frozenset) -> Reading:
        """Read the file or http(s) address ``place``; UserError says why it cannot be.

        A relative place starts at ``folder``. Parts of a file of many that are ``passed`` over are not read.
        """
        page = self._page(place, folder)
        held = self._collections.expand(page.body, place)
        if held is not None:
            return Reading(Original.of(page.body).sha256, True, self._parts(held, place, passed()))
        arrival = self.document(page.body, place, page)
        return Reading(arrival.original.sha256, False, iter([(0, arrival)]))

    def document(self, data: bytes, source: str, page: Page) -> Arrival:
        """Read one document; InputError says why it cannot be. One the library shows already is not cleaned again."""
        original = Original.of(data)
        with self._store.read() as reader:
            if reader.articles.has_bytes(original.sha256):
                known, shown = reader.articles.of_bytes([original.sha256]).get(original.sha256, (None, False))
                if known is not None and (shown or not page_key(known.url)):
                    return Arrival(source, original)
            site_rules = reader.articles.site_rules()
        document = self._thinker.clean(
            data, source, media_type=page.media_type, charset=page.charset, url=page.url, site_rules=site_rules
        )
        return Arrival(source, original, document, signature_of(document))

    def _page(self, place: str, folder: str) -> Page:
        if place.casefold().startswith(("http://", "https://")):
            return self._fetcher.fetch(place)
        return Page("", read_input(place, folder), "", "")

    def _parts(self, held: Collection, source: str, passed: frozenset[int]) -> Iterator[tuple[int, Thing]]:
        for number, item in enumerate(held.items, 1):
            if number not in passed:
                yield number, self._collections.read_item(item, f"{source}#{number}")
        for number, told in enumerate(self._collections.remarks(held, source), len(held.items) + 1):
            if number not in passed:
                yield number, told


def refusal(source: str, error: UserError) -> ImportOutcome:
    """Return the outcome of an input that could not be read or kept."""
    outcome = Outcome.REFUSED if isinstance(error, InputError) else Outcome.FAILED
    return ImportOutcome(source, outcome, reason=str(error))

"""What services ask of the worker process, without knowing that it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.analysis import Analysis, AnalysisRequest
    from briefing_app.domain.article import CleanDocument
    from briefing_app.domain.collection import Collection
    from briefing_app.domain.learning import Learnt, Lesson


class Particulars(TypedDict, total=False):
    """What is known of a document before it is read: what its server calls it, its address, what its site repeats."""

    media_type: str
    charset: str
    url: str
    site_rules: Sequence[tuple[str, str]]


class Thinker(Protocol):
    """Reads strangers' documents and analyses text, somewhere safe; blocks until it is done."""

    def clean(self, data: bytes, source: str, **known: Unpack[Particulars]) -> CleanDocument:
        """Return ``data`` as a clean document; InputError says why it cannot be read."""
        ...

    def expand(self, data: bytes, source: str) -> Collection | None:
        """Return what a file of many things holds, None for one document; InputError for a damaged one."""
        ...

    def discover(self, data: bytes, url: str, charset: str = "") -> Collection:
        """Return the feeds that the page at ``url`` names; InputError where ``data`` is no page."""
        ...

    def analyse(self, request: AnalysisRequest) -> Analysis:
        """Return the analysis of one text."""
        ...

    def learn(self, lessons: Sequence[Lesson]) -> Learnt:
        """Return what decisions teach, measured; nothing is changed by it."""
        ...

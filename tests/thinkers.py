"""Thinkers that need no process: they clean in the process of the test, and differ in what they analyse."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Unpack

from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import Analysis, AnalysisRequest
from briefing_app.ingest.clean import clean
from briefing_app.ingest.collections.discovery import feeds_of_page
from briefing_app.ingest.collections.expand import expand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.article import CleanDocument
    from briefing_app.domain.collection import Collection
    from briefing_app.domain.learning import Learnt, Lesson
    from briefing_app.services.thinking import Particulars


class Cleaner:
    """Cleans, and must not be asked to analyse."""

    def clean(self, data: bytes, source: str, **known: Unpack[Particulars]) -> CleanDocument:
        return clean(data, source, **known)

    def expand(self, data: bytes, source: str) -> Collection | None:
        return expand(data, source)

    def discover(self, data: bytes, url: str, charset: str = "") -> Collection:
        return feeds_of_page(data, url, charset)

    def analyse(self, request: AnalysisRequest) -> Analysis:
        raise AssertionError(request)

    def learn(self, lessons: Sequence[Lesson]) -> Learnt:
        raise AssertionError(lessons)


class NoThinking(Cleaner):
    """Finds nothing in any text."""

    def analyse(self, request: AnalysisRequest) -> Analysis:
        return Analysis(hashlib.sha256(request.text.encode()).hexdigest(), "none", "en")


class InProcess(Cleaner):
    """Analyses in earnest."""

    def __init__(self) -> None:
        self._engine = Engine()

    def analyse(self, request: AnalysisRequest) -> Analysis:
        return self._engine.analyse(request)

    def learn(self, lessons: Sequence[Lesson]) -> Learnt:
        from briefing_app.analysis.learning.trying import learn

        return learn(lessons, self._engine)

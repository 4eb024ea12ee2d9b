"""The engine: one text in, mentions, figures and suggested statements out; pure and deterministic."""

from __future__ import annotations

import bisect
import functools
import hashlib
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.analysis.actors import ActorBase
from briefing_app.analysis.attributions import find_attributions
from briefing_app.analysis.calendar_words import Calendar
from briefing_app.analysis.candidates import WEAK
from briefing_app.analysis.currencies import own_currency
from briefing_app.analysis.dates import DateFinder
from briefing_app.analysis.figures import find_values, make_figure
from briefing_app.analysis.holders import Discourse
from briefing_app.analysis.issues import IssueFinder
from briefing_app.analysis.language import is_english
from briefing_app.analysis.models.names import NamesModel
from briefing_app.analysis.models.pipelines import Pipeline
from briefing_app.analysis.models.stance import StanceModel
from briefing_app.analysis.models.syntax import SyntaxModel
from briefing_app.analysis.names import NameFinder
from briefing_app.analysis.overlay import overlaid
from briefing_app.analysis.own_day import own_day
from briefing_app.analysis.page import Page, Sentence, make_page
from briefing_app.analysis.statements import StatementFinder
from briefing_app.analysis.values import LABELS, Value
from briefing_app.analysis.vouching import vouched
from briefing_app.domain.analysis import Analysis, AnalysisRequest
from briefing_app.domain.entity import EntityKind, Figure, FigureKind, Mention
from briefing_app.errors import InputError, UsageError

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.models.names import NameSource
    from briefing_app.analysis.models.syntax import SyntaxSource
    from briefing_app.domain.actors import OwnActor
    from briefing_app.domain.attribution import Attribution
    from briefing_app.domain.position import StatementDraft

NOT_ENGLISH = (
    "This text is not in English: known names, numbers and dates were looked for, but no other names and no statements."
)
INSTEAD = "The program's own names model was used."
NO_MODEL = "The names model is not installed: names were found by lists and rules only."
NO_SYNTAX = "The syntax model is not installed: who says and does what was found by rules only."


class Engine:
    """Rules over an actor base, and models of names and of syntax beside them where there are any."""

    name = "rules"
    version = "1"

    def __init__(
        self,
        actors: ActorBase | None = None,
        learned: NameSource | None = None,
        missing: str = "",
        syntax: SyntaxSource | None = None,
        unread: str = "",
    ) -> None:
        self.actors = ActorBase.load() if actors is None else actors
        self.names = NameFinder(self.actors, learned)
        self.stances = StanceModel.load() if learned is not None else None
        self.syntax = syntax
        self._missing = missing
        self._unread = unread
        self._latest: tuple[tuple[OwnActor, ...], Engine] | None = None
        self._taught: tuple[str, Engine] | None = None

    @classmethod
    def load(cls, pipeline: str = "") -> Engine:
        """Return the engine over the shipped actor base and names model, or a pipeline of the reader's own by name.

        Made once per process and pipeline; UsageError where that pipeline is not installed or finds no names.
        """
        return _loaded(pipeline)

    @classmethod
    def ready(cls, pipeline: str = "") -> Engine:
        """Return the engine like `load`; one with the shipped model that says so where the pipeline cannot be used."""
        return _ready(pipeline)

    @property
    def label(self) -> str:
        """Return name and version as they are written into results."""
        models = (self.names.learned, self.syntax, self.stances)
        return ", ".join([f"{self.name} {self.version}", *(one.label for one in models if one is not None)])

    def analyse(self, request: AnalysisRequest) -> Analysis:
        """Return everything the rules find in one text."""
        if request.learnt:
            return self._as_taught(request.learnt).analyse(replace(request, learnt=""))
        if request.actors:
            return self._over(request.actors).analyse(replace(request, actors=()))
        page = make_page(request)
        if not request.published:
            request = replace(request, published=own_day(page))
        english = is_english(request.language, page.masked)
        if english and self.syntax is not None:
            self.syntax.read(page)
        valued = _values(page, DateFinder(Calendar.of(request.published)))
        names = self.names.find(page, request, grammar=english)
        valued = _outside_laws(valued, names)
        mentions = _mentions(page, names, valued)
        statements: list[StatementDraft] = []
        claims: list[tuple[int, int, str]] = []
        attributions: list[Attribution] = []
        if english:
            discourse = Discourse(self.actors, page, request.published[:10], names)
            statements, claims = self._statements(page, request, discourse, valued)
            attributions = find_attributions(page, discourse)
            statements = vouched(page, statements, attributions)
        return Analysis(
            text_hash=hashlib.sha256(request.text.encode("utf-8", "surrogatepass")).hexdigest(),
            engine=self.label,
            language=request.language or ("en" if english else ""),
            mentions=tuple(mentions),
            figures=tuple(_figures(page, valued, claims)),
            statements=tuple(statements),
            limits=self._limits(english=english),
            attributions=tuple(attributions),
        )

    def with_names(self, learned: NameSource) -> Engine:
        """Return this engine with another source of names beside its rules."""
        return Engine(self.actors, learned, self._missing, self.syntax, self._unread)

    def _over(self, own: tuple[OwnActor, ...]) -> Engine:
        """Return this engine over the base with a library's own actors; kept for the next text of that library."""
        if self._latest is None or self._latest[0] != own:
            fresh = copy(self)
            fresh.actors = overlaid(self.actors, own)
            fresh.names = NameFinder(fresh.actors, self.names.learned)
            self._latest = (own, fresh)
        return self._latest[1]

    def _as_taught(self, learnt: str) -> Engine:
        """Return this engine with what a library's readers taught it of names; kept for the next text of it.

        What was taught another model than the one at hand counts for nothing.
        """
        if self._taught is None or self._taught[0] != learnt:
            self._taught = (learnt, self._reading_as(learnt))
        return self._taught[1]

    def _reading_as(self, learnt: str) -> Engine:
        model, _, layers = learnt.partition("\n")
        source = self.names.learned
        if not isinstance(source, NamesModel) or source.label != model:
            return self
        from briefing_app.analysis.models.taught import model_taught

        try:
            return self.with_names(model_taught(source, layers))
        except InputError as error:
            return Engine(self.actors, source, f"{error.sentence} {INSTEAD}", self.syntax, self._unread)

    def _limits(self, *, english: bool) -> tuple[str, ...]:
        if not english:
            return (NOT_ENGLISH,)
        return tuple(one for one in (self._missing, self._unread) if one)

    def _statements(
        self,
        page: Page,
        request: AnalysisRequest,
        discourse: Discourse,
        valued: list[tuple[Sentence, Value]],
    ) -> tuple[list[StatementDraft], list[tuple[int, int, str]]]:
        """Return the statements, and the spans of text that somebody claims."""
        issues = IssueFinder(page, request.issues, self.actors.topics)
        finder = StatementFinder(page, request, discourse, issues, self.stances)
        return finder.find(valued), finder.claims


@functools.cache
def _loaded(pipeline: str) -> Engine:
    return _engine(Pipeline.load(pipeline)) if pipeline else _engine(NamesModel.load())


@functools.cache
def _ready(pipeline: str) -> Engine:
    try:
        return _loaded(pipeline)
    except UsageError as error:
        return _engine(NamesModel.load(), f"{error.sentence} {INSTEAD}")


def _engine(learned: NameSource | None, missing: str = "") -> Engine:
    """Return the engine with the shipped model of syntax, or one that says that there is none."""
    syntax = SyntaxModel.load()
    missing = missing or ("" if learned is not None else NO_MODEL)
    return Engine(learned=learned, missing=missing, syntax=syntax, unread="" if syntax is not None else NO_SYNTAX)


def _values(page: Page, dates: DateFinder) -> list[tuple[Sentence, Value]]:
    return [
        (sentence, _in_own_currency(page, sentence, value))
        for sentence in page.sentences
        for value in find_values(sentence, dates)
        if not page.is_hidden(value.start, value.end)
    ]


def _in_own_currency(page: Page, sentence: Sentence, value: Value) -> Value:
    """Return a sum in the pesos or pounds of the country that its passage, or else the text, speaks of."""
    if value.kind is not FigureKind.MONEY:
        return value
    around = (page.masked[slice(*page.passages[sentence.passage])], page.masked)
    told = own_currency(around, page.masked[value.start : value.end], value.value)
    return value if told == value.value else replace(value, value=told, why=f"A sum of money in {told[:3]}.")


def _figures(page: Page, valued: list[tuple[Sentence, Value]], claims: list[tuple[int, int, str]]) -> list[Figure]:
    return [make_figure(page, sentence, value, _claimed_by(value.start, claims)) for sentence, value in valued]


def _outside_laws(valued: list[tuple[Sentence, Value]], names: list[Candidate]) -> list[tuple[Sentence, Value]]:
    """Return the values without the years and numbers that are parts of names: of laws, streets, movements."""
    kinds = (EntityKind.LAW, EntityKind.ORG, EntityKind.FAC, EntityKind.EVENT)
    inside = {at for one in names if one.label in kinds and one.rank > WEAK for at in range(one.start, one.end)}
    plain = (FigureKind.DATE, FigureKind.NUMBER)
    return [one for one in valued if one[1].kind not in plain or one[1].start not in inside]


def _without_guesses(names: list[Candidate], valued: list[tuple[Sentence, Value]]) -> list[Candidate]:
    """Return the names without guesses that a value overlaps, and without the country of a sum ("US$5", "Kenyan")."""
    spans = {at for _, value in valued if value.kind is not FigureKind.NUMBER for at in range(value.start, value.end)}
    sums = {value.start for _, value in valued if value.kind is FigureKind.MONEY}
    kept = [one for one in names if one.rank > WEAK or spans.isdisjoint(range(one.start, one.end))]
    inside = {at for _, value in valued if value.kind is FigureKind.MONEY for at in range(value.start, value.end)}
    apart = [one for one in kept if not inside.issuperset(range(one.start, one.end))]
    return [one for one in apart if one.start not in sums or one.end not in spans]


def _claimed_by(start: int, claims: list[tuple[int, int, str]]) -> str:
    """Return who claims what stands at ``start``; the claims are in order of the text."""
    low = bisect.bisect_right(claims, start, key=lambda claim: claim[0])
    for first, last, who in reversed(claims[max(0, low - 4) : low]):
        if first <= start < last:
            return who
    return ""


def _mentions(page: Page, names: list[Candidate], valued: list[tuple[Sentence, Value]]) -> list[Mention]:
    """Return names and values as mentions in order; a value gives way to a name it touches."""
    names = _without_guesses(names, valued)
    taken = {at for one in names for at in range(one.start, one.end)}
    made = [
        Mention(
            one.start, one.end, one.label, page.text[one.start : one.end], one.canonical, one.key,
            one.source, one.why, one.confidence,
        )
        for one in names
    ]  # fmt: skip
    for _, value in valued:
        if value.kind is FigureKind.NUMBER or not taken.isdisjoint(range(value.start, value.end)):
            continue
        text = page.text[value.start : value.end]
        made.append(
            Mention(value.start, value.end, LABELS[value.kind], text, value.value, "", "values", value.why, 0.9)
        )
    made.sort(key=lambda mention: mention.start)
    return made

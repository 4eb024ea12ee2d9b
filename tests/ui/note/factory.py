"""A real library with a dossier, articles and statements for the Note view's tests."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from briefing_app.annotate.anchoring import anchor_in
from briefing_app.domain.dossier import Issue, Party, PartyRole
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import StatementId, new_id
from briefing_app.domain.position import Stance, Statement
from briefing_app.jobs.runner import DirectRunner
from briefing_app.services.positions import SHOWN, shown_of
from briefing_app.services.services import Services
from briefing_app.settings import Settings
from briefing_app.store.store import Store
from briefing_app.ui.context import ChangeFeed, UiContext
from briefing_app.ui.messages import Messages
from briefing_app.ui.theme import ThemeHolder
from tests.thinkers import NoThinking

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.domain.changes import Changes
    from briefing_app.domain.note import Note

ARTICLES: tuple[tuple[str, str, str, tuple[tuple[str, str, Stance, str, str, bool], ...]], ...] = (
    (
        "Delegations leave Lakeside without a text on the Delta",
        "Wire desk",
        "2025-12-22",
        (
            (
                "Eastland",
                "Territory",
                Stance.DEMANDS,
                "The question of the Delta comes before any other, a palace aide said on Monday.",
                "withdrawal from all of the Delta",
                True,
            ),
            (
                "Southmark",
                "Territory",
                Stance.REJECTS,
                "Southmark repeated that it would not recognise a transfer of any part of the Delta.",
                "any transfer, in law or in fact",
                True,
            ),
        ),
    ),
    (
        "Northland would discuss guarantees after a pause",
        "Policy review",
        "2025-12-16",
        (
            (
                "Northland",
                "Guarantees",
                Stance.CONDITIONAL,
                "Northland would discuss a text on guarantees only if the guns were silent first.",
                "guarantees after a ceasefire",
                True,
            ),
        ),
    ),
    (
        "Ministers borrow; Lowport asks for shared liability",
        "Lakeside bureau",
        "2025-12-19",
        (
            (
                "Lowport",
                "Assets",
                Stance.CONDITIONAL,
                "Lowport would agree to the loan only if the liability were shared among all members.",
                "a loan, with shared liability",
                False,
            ),
            (
                "Eastland",
                "Assets",
                Stance.REJECTS,
                "Eastland called any use of its frozen money theft and ruled it out.",
                "any use of the frozen money",
                False,
            ),
        ),
    ),
)


@dataclass
class Stage:
    """A context over a real library whose work runs at once, and what it was told."""

    context: UiContext
    store: Store
    dossier: str = ""
    articles: list[str] = field(default_factory=list)
    said: list[Any] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)

    @property
    def services(self) -> Services:
        return self.context.services

    @property
    def sentences(self) -> list[str]:
        return [one.sentence for one in self.said]

    def note(self) -> Note:
        """Return the dossier's latest note as the library holds it."""
        return self.services.notes.all(self.dossier)[-1]

    def statements(self) -> list[Statement]:
        with self.store.read() as reader:
            return list(shown_of(reader, self.dossier, SHOWN))

    def statement(self, party: str, issue: str) -> Statement:
        return next(one for one in self.statements() if party in one.parties and one.issue == issue)

    def hear(self, changes: Changes) -> None:
        self.changes.append(changes)
        self.context.changes.changed.emit(changes)


def empty_stage(folder: Path, theme: str = "light") -> Stage:
    """Return a stage over an empty library."""
    return stage_over(Store.create(folder / "library.brief"), folder, theme)


def copied_stage(made: Stage, folder: Path) -> Stage:
    """Return a stage over a copy of the closed library of another, which is quicker than making one."""
    shutil.copy(made.store.path, folder / "library.brief")
    stage = stage_over(Store.open(folder / "library.brief"), folder)
    stage.dossier, stage.articles = made.dossier, list(made.articles)
    return stage


def stage_over(store: Store, folder: Path, theme: str = "light") -> Stage:
    """Return a stage over a library."""
    messages = Messages()
    context = UiContext(
        services=Services.over(store, NoThinking()),
        runner=DirectRunner(messages.warn),
        changes=ChangeFeed(),
        messages=messages,
        theme=ThemeHolder(theme),
        settings=Settings(folder / "settings.json"),
    )
    stage = Stage(context, store)
    messages.said.connect(stage.said.append)
    store.subscribe(stage.hear)
    return stage


def full_stage(folder: Path, theme: str = "light") -> Stage:
    """Return a stage whose dossier has three articles, five statements, two of them unconfirmed."""
    stage = empty_stage(folder, theme)
    services = stage.services
    parties = (
        Party("Eastland", "country:EL", colour="red"),
        Party("Southmark", colour="gold"),
        Party("Northland", "country:NL", role=PartyRole.MEDIATOR, colour="blue"),
        Party("Lowport", role=PartyRole.AFFECTED, colour="violet"),
    )
    dossier = services.dossiers.add("Delta settlement talks")
    stage.dossier = str(dossier.id)
    issues = tuple(Issue(name) for name in ("Territory", "Guarantees", "Assets"))
    services.dossiers.save(replace(dossier, parties=parties, issues=issues))
    for title, site, day, claims in ARTICLES:
        stage.articles.append(add_article(stage, title, site, day, [claim[3] for claim in claims]))
        for party, issue, stance, quote, words, confirmed in claims:
            add_statement(stage, stage.articles[-1], party, issue, stance, quote, words, confirmed=confirmed)
    return stage


def add_article(stage: Stage, title: str, site: str, day: str, paragraphs: list[str]) -> str:
    """Import an article into the stage's dossier."""
    text = "\n\n".join([title, "Three days of meetings closed on Sunday.", *paragraphs])
    article = stage.services.importing.import_bytes(text.encode(), f"{title}.txt").article
    stage.services.reading.set_metadata(article, {"title": title, "site": site, "published": day})
    if stage.dossier:
        stage.services.dossiers.put([article], stage.dossier)
    return article


def add_statement(
    stage: Stage,
    article_id: str,
    party: str,
    issue: str,
    stance: Stance,
    quote: str,
    paraphrase: str,
    *,
    confirmed: bool = True,
) -> Statement:
    """Add a statement with ``quote`` as its evidence."""
    opened = stage.services.reading.open_article(article_id)
    version = opened.version
    start = version.text.index(quote)
    anchor = anchor_in(version, start, start + len(quote))
    statement = Statement(
        id=StatementId(new_id()),
        version=version.id,
        article=opened.article.id,
        parties=(party,),
        issue=issue,
        stance=stance,
        evidence=(anchor,),
        paraphrase=paraphrase,
        reported_on=opened.article.published,
        said_on=opened.article.published,
        status=Status.CONFIRMED if confirmed else Status.SUGGESTED,
        reliability="B",
        credibility=2,
        why="A cue verb with its subject.",
        stable_key=new_id(),
    )
    with stage.store.write("New statement") as work:
        work.statements.add(statement)
    return statement

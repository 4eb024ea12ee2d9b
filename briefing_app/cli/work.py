"""What a command does to the library, as plain functions that `batch` calls too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from briefing_app.annotate.resolve import resolve_quote
from briefing_app.cli.library import dossier_made
from briefing_app.cli.output import Progress, say
from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.codec import from_plain
from briefing_app.domain.dossier import PARTY_COLOURS, Issue, Party
from briefing_app.domain.position import Mark, Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import InputError, LibraryError, ProgramError, UserError
from briefing_app.faults import report_of
from briefing_app.jobs.pool import worker_count
from briefing_app.services.collections import summed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.domain.position import Statement
    from briefing_app.services.services import Services

HEDGE_OF_THE_USER = "hedged"
Choice = TypeVar("Choice", Stance, Mark)


def import_one(services: Services, place: str, dossier: str = "") -> ImportOutcome:
    """Import one input, into a dossier if one is named, and analyse what came in."""
    outcomes = tuple(services.importing.import_each(place, dossiers_named(services, dossier)))
    for outcome in outcomes:
        if outcome.outcome.brings_text:
            analyse_or_tell(services, outcome.article)
    return summed(place, outcomes)


def analyse_or_tell(services: Services, article: str) -> None:
    """Analyse an article; a fault of ours is reported and costs this one only."""
    try:
        services.importing.analyse(article)
    except LibraryError:
        raise
    except UserError as error:
        say(f"An article could not be analysed: {error}")
    except ProgramError as error:
        say(f"An article could not be analysed; please report this:\n{report_of(error)}")


def dossiers_named(services: Services, name: str) -> list[str]:
    """Return the ids of the dossiers to import into: the one named, made if there is none, or none at all."""
    if not name:
        return []
    found, made = dossier_made(services, name)
    if made:
        say(f"Made the dossier “{found.name}”.")
    return [found.id]


def catch_up(services: Services, only: Collection[str] = ()) -> None:
    """Analyse the articles that an import cut short left without analysis; all of them, or those of ``only``."""
    if services.store.read_only:
        return
    services.relinking.replay_all()
    these = set(only)
    wanted = [one for one in services.importing.waiting() if not these or one in these]
    _analyse_all(services, wanted)


def catch_up_after(services: Services, new: Collection[str]) -> None:
    """Analyse what an import brought, and what earlier ones left, saying so; a stop says what is still to do."""
    earlier = sum(one not in new for one in services.importing.waiting())
    if earlier:
        say(f"The language analysis that earlier imports put off is made up for; articles: {earlier:,}.")
    try:
        catch_up(services)
    except KeyboardInterrupt:
        say(to_do(len(services.importing.waiting())))
        raise


def to_do(waiting: int) -> str:
    """Return what is said of articles that are not analysed yet."""
    articles = "1 article is" if waiting == 1 else f"{waiting:,} articles are"
    return f"{articles} still to be analysed: “import --resume” does it, or the window."


def _analyse_all(services: Services, wanted: Sequence[str]) -> None:
    """Analyse articles, as many at once as there are workers; a stop drops those that have not begun."""
    progress = Progress(len(wanted), "analysed")
    threads = ThreadPoolExecutor(worker_count())
    try:
        for _ in threads.map(partial(analyse_or_tell, services), wanted):
            progress.step()
    finally:
        progress.end()
        threads.shutdown(cancel_futures=True)


def catch_up_dossier(services: Services, dossier: str) -> None:
    """Analyse what waits for it in a dossier; what else waits is not waited for."""
    with services.store.read() as reader:
        ids = [str(one.id) for one in reader.articles.in_dossier(dossier)]
    if ids:
        catch_up(services, ids)


def _passage(services: Services, fields: Mapping[str, object]) -> tuple[str, int, int]:
    """Return (article id, start, end) of the quote; InputError when it is not there or stands more than once."""
    view = services.reading.open_article(services.reading.find(text(fields, "article")).id)
    quote, prefix, suffix = (text(fields, name) for name in ("quote", "prefix", "suffix"))
    found = resolve_quote(view.version.text, quote, prefix, suffix)
    if found.state is AnchorState.AMBIGUOUS:
        raise InputError(
            f"These words stand {len(found.candidates)} times in “{view.article.title}”.",
            hint="Say which with --prefix or --suffix, or quote more.",
        )
    if found.state is not AnchorState.ANCHORED or found.start is None or found.end is None:
        raise InputError(f"These words are not in “{view.article.title}”.", hint="Copy the quote from the article.")
    return view.article.id, found.start, found.end


def highlight(services: Services, fields: Mapping[str, object]) -> Annotation:
    """Make an annotation of `highlight`'s fields."""
    article, start, end = _passage(services, fields)
    return services.annotating.highlight(
        article, start, end, text(fields, "type") or "Claim", text(fields, "note"), texts(fields, "tag", "tags")
    )


def statement(services: Services, fields: Mapping[str, object]) -> Statement:
    """Make a confirmed statement of `statement`'s fields; a party or issue new to the article's dossiers is added."""
    article, start, end = _passage(services, fields)
    edit = StatementEdit(
        article=article,
        spans=((start, end),),
        parties=tuple(texts(fields, "party", "parties")),
        issue=text(fields, "issue"),
        stance=choice(Stance, text(fields, "stance"), "stance"),
        paraphrase=text(fields, "paraphrase"),
        speaker=text(fields, "speaker"),
        hedges=(HEDGE_OF_THE_USER,) if fields.get("hedged") else (),
        said_on=text(fields, "said") or text(fields, "said_on"),
        marks=tuple(choice(Mark, one.replace("-", " "), "mark") for one in texts(fields, "mark", "marks")),
    )
    made = services.statements.add(edit)
    for dossier in services.reading.open_article(article).dossiers:
        _complete(services, dossier, made)
    return made


def _complete(services: Services, dossier: Dossier, made: Statement) -> None:
    """Add the statement's parties and issue to a dossier that has a list of its own without them."""
    known = {party.name.casefold() for party in dossier.parties}
    parties = [one for one in made.parties if dossier.parties and one.casefold() not in known]
    new_issue = dossier.issues and made.issue.casefold() not in {issue.name.casefold() for issue in dossier.issues}
    if not parties and not new_issue:
        return
    added = tuple(
        Party(name, colour=PARTY_COLOURS[(len(dossier.parties) + place) % len(PARTY_COLOURS)])
        for place, name in enumerate(parties)
    )
    issues = (*dossier.issues, Issue(made.issue)) if new_issue else dossier.issues
    services.dossiers.save(replace(dossier, parties=(*dossier.parties, *added), issues=issues))
    say(f"Added to the dossier “{dossier.name}”: {', '.join([*parties, *([made.issue] if new_issue else [])])}.")


def set_dossier(services: Services, described: Mapping[str, object]) -> Dossier:
    """Set a dossier's name, parties (order, colour) and issues (words) from a described one; made if it is new."""
    name = text(described, "name")
    dossier, _ = dossier_made(services, text(described, "id") or name)
    parties, issues = described.get("parties"), described.get("issues")
    try:
        saved = replace(
            dossier,
            name=name or dossier.name,
            description=text(described, "description") or dossier.description,
            marking=text(described, "marking") or dossier.marking,
            parties=_parties(parties) if isinstance(parties, list) else dossier.parties,
            issues=_issues(issues) if isinstance(issues, list) else dossier.issues,
        )
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise InputError(f"The dossier’s description cannot be used: {error}.") from error
    return services.dossiers.save(saved)


def _parties(given: Sequence[object]) -> tuple[Party, ...]:
    described = [{"name": one} if isinstance(one, str) else one for one in given]
    coloured = [
        {"colour": PARTY_COLOURS[place % len(PARTY_COLOURS)], **one} if isinstance(one, dict) else one
        for place, one in enumerate(described)
    ]
    return tuple(from_plain(Party, one) for one in coloured)


def _issues(given: Sequence[object]) -> tuple[Issue, ...]:
    return tuple(from_plain(Issue, {"name": one} if isinstance(one, str) else one) for one in given)


def text(fields: Mapping[str, object], name: str) -> str:
    """Return a field as text, empty when it is not there; InputError when it is something else."""
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InputError(f"“{name}” must be a text.")
    return str(value)


def texts(fields: Mapping[str, object], *names: str) -> list[str]:
    """Return a field, under any of its names, as a list of texts."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str):
            return [value]
        if isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value):
            return [str(one) for one in value]
        if value is not None:
            raise InputError(f"“{name}” must be a text or a list of texts.")
    return []


def choice(kind: type[Choice], value: str, what: str) -> Choice:
    """Return the member of ``kind`` that ``value`` names."""
    try:
        return kind(value.casefold())
    except ValueError as error:
        known = ", ".join(one.value for one in kind)
        raise InputError(f"There is no {what} “{value}”.", hint=f"There are: {known}.") from error

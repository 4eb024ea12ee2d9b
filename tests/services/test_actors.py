"""What a reader says of actors acts at once and everywhere, is undone, and never loses what a person decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.actor_card import Origin
from briefing_app.domain.actors import AliasKind, AliasScope, OwnAlias, OwnOffice
from briefing_app.domain.dossier import Party
from briefing_app.domain.entity import EntityKind, Status
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import InputError
from briefing_app.services import relinking

if TYPE_CHECKING:
    from briefing_app.domain.entity import Mention
    from briefing_app.services.services import Services

TEXT = """Ferry talks

Norway rejected the ferry toll on Monday, its transport minister said.

The Skerry Board demanded that the ferry toll be lifted by May.

Oslo offered a grant of 3 million kroner to the islands. The Board said no.
"""


@pytest.fixture
def ferry(services: Services) -> str:
    outcome = services.importing.import_bytes(TEXT.encode(), "ferry.txt")
    services.importing.analyse(outcome.article)
    return outcome.article


def named(services: Services, article: str, text: str) -> list[Mention]:
    analysis = services.reading.open_article(article).analysis
    assert analysis is not None
    return [one for one in analysis.mentions if one.text == text]


def parties(services: Services, article: str) -> set[str]:
    return {name for one in services.reading.open_article(article).statements for name in one.parties}


def test_a_new_actor_is_known_in_old_articles_and_in_new_analysis(services: Services, ferry: str) -> None:
    board = services.actors.add("Skerry Board", EntityKind.ORG, "country:NO")
    (mention,) = named(services, ferry, "Skerry Board")
    assert mention.key == board.key
    services.importing.analyse(ferry)
    assert {one.key for one in named(services, ferry, "Skerry Board")} == {board.key}
    assert services.actor_cards.search("Skerry")[0].key == board.key
    services.store.undo()
    assert services.actor_cards.search("Skerry") == []


def test_a_name_given_to_an_actor_is_marked_where_the_machine_passed_it_over(services: Services, ferry: str) -> None:
    board = services.actors.add("Skerry Board", EntityKind.ORG)
    services.actors.add_name(board.key, OwnAlias("The Board", AliasKind.NICKNAME))
    (mention,) = named(services, ferry, "The Board")
    assert (mention.canonical, mention.key) == ("Skerry Board", board.key)
    assert "gave to Skerry Board" in mention.why
    services.actors.take_name(board.key, "The Board")
    assert all(one.key != board.key for one in named(services, ferry, "The Board"))


def test_rename_and_undo_act_on_mentions_statements_and_search(services: Services, ferry: str) -> None:
    assert "Norway" in parties(services, ferry)
    services.actors.rename("country:NO", "Kingdom of Norway")
    assert "Kingdom of Norway" in parties(services, ferry)
    assert {one.canonical for one in named(services, ferry, "Norway")} == {"Kingdom of Norway"}
    names = [line.text for line in services.actor_cards.card("country:NO").names]
    assert sorted(names) == sorted(set(names))
    for asked in ("Kingdom of Norway", "Norway"):
        assert [hit.article for hit in services.reading.search(f'party:"{asked}"')][:1] == [ferry]
    services.store.undo()
    assert "Kingdom of Norway" not in parties(services, ferry)
    assert services.reading.search('party:"Kingdom of Norway"') == []


def test_merge_joins_mentions_statements_dossiers_and_split_parts_them(services: Services, ferry: str) -> None:
    board = services.actors.add("Skerry Board", EntityKind.ORG)
    services.importing.analyse(ferry)
    dossier = services.dossiers.add("Ferries")
    parts = (Party("Norway", "country:NO"), Party("Skerry Board", board.key, members=("The Board",)))
    services.dossiers.save(replace(dossier, parties=parts))
    services.dossiers.put([ferry], str(dossier.id))
    assert {"Norway", "Skerry Board"} <= parties(services, ferry)
    seen = services.actor_cards.preview(board.key, "country:NO")
    assert (seen.refusal, seen.occurs.articles, seen.occurs.dossiers) == ("", 1, ("Ferries",))
    assert seen.occurs.statements >= 1
    services.actors.merge(board.key, "country:NO")
    assert parties(services, ferry) == {"Norway"}
    assert {one.key for one in named(services, ferry, "Skerry Board")} == {"country:NO"}
    (party,) = services.dossiers.get(str(dossier.id)).parties
    assert (party.name, party.members) == ("Norway", ("The Board",))
    card = services.actor_cards.card("country:NO")
    assert card.merged == ((board.key, "Skerry Board"),)
    assert services.reading.search('party:"Norway"')
    with pytest.raises(InputError, match="one actor already"):
        services.actors.merge("country:NO", board.key)
    services.actors.split(board.key)
    assert {"Norway", "Skerry Board"} <= parties(services, ferry)
    assert len(services.dossiers.get(str(dossier.id)).parties) == 2


def test_forgetting_what_others_were_merged_into_keeps_them_merged(services: Services) -> None:
    board, other = (services.actors.add(name, EntityKind.ORG) for name in ("Skerry Board", "Ferry Board"))
    services.actors.merge(board.key, "country:NO")
    services.actors.rename("country:NO", "Kingdom of Norway")
    services.actors.forget("country:NO")
    card = services.actor_cards.card("country:NO")
    assert (card.name, card.merged) == ("Norway", ((board.key, "Skerry Board"),))
    services.actors.split(board.key)
    services.actors.merge(board.key, other.key)
    with pytest.raises(InputError, match="Skerry Board is merged into it"):
        services.actors.forget(other.key)


def test_a_name_taken_out_becomes_an_actor_of_its_own(services: Services, ferry: str) -> None:
    fresh = services.actors.split_name("country:NO", "Oslo", "Oslo city council")
    services.importing.analyse(ferry)
    assert {one.key for one in named(services, ferry, "Oslo")} == {fresh.key}
    taken = [one for one in services.actor_cards.card("country:NO").names if one.text == "Oslo"]
    assert [one.origin for one in taken] == [Origin.TAKEN]
    services.actors.give_back("country:NO", "Oslo")
    taken = [one for one in services.actor_cards.card("country:NO").names if one.text == "Oslo"]
    assert [one.origin for one in taken] in ([Origin.SHIPPED], [])


def test_an_office_makes_a_person_speak_for_its_actor(services: Services) -> None:
    text = "Harbour dues\n\nMs. Torill Vassmo rejected the harbour dues on Monday. Torill Vassmo said no."
    article = services.importing.import_bytes(text.encode(), "dues.txt").article
    person = services.actors.add("Torill Vassmo", EntityKind.PERSON)
    services.actors.add_office(person.key, OwnOffice("chief negotiator", "country:NO", "2020"))
    services.importing.analyse(article)
    assert parties(services, article) == {"Norway"}
    (office,) = services.actor_cards.card(person.key).offices
    assert (office.title, office.actor_name, office.origin) == ("chief negotiator", "Norway", Origin.YOURS)


def test_a_shipped_office_can_be_taken_away(services: Services) -> None:
    card = next(
        one
        for row in services.actor_cards.search("Donald Trump")
        if (one := services.actor_cards.card(row.key)).offices
    )
    first = card.offices[0]
    services.actors.take_office(card.key, OwnOffice(first.title, first.actor, first.since, first.until))
    assert first.since not in {one.since for one in services.actor_cards.card(card.key).offices}
    services.actors.forget(card.key)
    assert services.actor_cards.card(card.key) == card


@pytest.mark.parametrize(
    ("alias", "sentence"),
    [
        (OwnAlias("  "), "Write the name"),
        (OwnAlias("X", since="May"), "is no date"),
        (OwnAlias("X", since="2025", until="2024"), "lies before the first"),
    ],
)
def test_bad_names_are_refused_in_a_sentence(services: Services, alias: OwnAlias, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        services.actors.add_name("country:NO", alias)


def test_a_name_given_to_two_is_refused_unless_their_days_differ(services: Services) -> None:
    services.actors.add_name("country:NO", OwnAlias("the Six", until="2024-12-31"))
    with pytest.raises(InputError, match="name of Norway already"):
        services.actors.add_name("country:IS", OwnAlias("the Six"))
    services.actors.add_name("country:IS", OwnAlias("the Six", since="2025-01-01"))
    with services.store.read() as reader:
        who = reader.actors.who()
    assert who.party("the Six", "", "2024-05-05")[0] == "Norway"
    assert who.party("the Six", "", "2025-05-05")[0] == "Iceland"


def test_an_actor_called_as_another_is_refused(services: Services) -> None:
    with pytest.raises(InputError, match="called “Norway” already"):
        services.actors.add("Norway", EntityKind.GPE)


def test_a_name_that_holds_where_it_acts_is_left_to_the_analysis(services: Services, ferry: str) -> None:
    board = services.actors.add("Skerry Board", EntityKind.ORG)
    services.actors.add_name(board.key, OwnAlias("Skerry", AliasKind.METONYM, AliasScope.ACTING))
    assert named(services, ferry, "Skerry") == []


# --- what a person decided stays, under whatever name ---------------------------------------------------


@pytest.mark.parametrize("change", ["rename", "merge", "rule"])
@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.EDITED, Status.REJECTED])
def test_re_analysis_after_a_change_of_names_keeps_what_was_decided(
    services: Services, ferry: str, change: str, status: Status
) -> None:
    decided = next(one for one in services.reading.open_article(ferry).statements if one.parties == ("Norway",))
    if status is Status.CONFIRMED:
        services.statements.accept([decided.id])
    elif status is Status.REJECTED:
        services.statements.dismiss([decided.id])
    else:
        services.statements.edit(decided.id, replace(StatementEdit.of(decided), paraphrase="Mine", issue="Mine"))
    before = services.reading.open_article(ferry).statements
    if change == "rename":
        services.actors.rename("country:NO", "Kingdom of Norway")
    elif change == "merge":
        union = services.actors.add("Nordic Table", EntityKind.ORG)
        services.actors.merge("country:NO", union.key)
    else:
        services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG)
    services.relinking.replay_all()
    services.importing.analyse(ferry)
    after = services.reading.open_article(ferry).statements
    kept = next(one for one in after if one.id == decided.id)
    assert kept.status is status
    span = (decided.evidence[0].start, decided.evidence[0].end)
    again = [
        one
        for one in after
        if one.id != decided.id
        and one.status is Status.SUGGESTED
        and (one.evidence[0].start, one.evidence[0].end) == span
        and (one.issue, one.stance) == (decided.issue, decided.stance)
        and one.parties == (kept.parties if status is not Status.EDITED else one.parties)
    ]
    assert again == [] or (change == "rule" and status is Status.EDITED)
    assert len(after) <= len(before)


# --- corrected names replayed on statements -------------------------------------------------------------


def test_a_ruling_is_replayed_on_statements_and_undone(services: Services, ferry: str) -> None:
    assert services.relinking.pending() is None
    services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG)
    replay = services.relinking.pending()
    assert replay is not None
    assert len(replay.articles) == 1
    assert services.relinking.replay_all().changed == 1
    assert "Nordic Table" in parties(services, ferry)
    assert [hit.article for hit in services.reading.search('party:"Nordic Table"')][:1] == [ferry]
    assert services.relinking.pending() is None
    services.store.undo()
    assert services.relinking.replay_all().changed == 1
    assert "Norway" in parties(services, ferry)
    assert "Nordic Table" not in parties(services, ferry)


def test_a_replay_left_halfway_is_taken_back_with_its_ruling(
    services: Services, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relinking, "SLICE", 1)
    articles = [ferry]
    for day in range(1, 4):
        ident = services.importing.import_bytes(TEXT.replace("May", f"{day} May").encode(), f"{day}.txt").article
        services.importing.analyse(ident)
        articles.append(ident)
    services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG)
    replay = services.relinking.pending()
    assert replay is not None
    halfway = services.relinking.replay(replay)
    next(halfway)
    next(halfway)
    del halfway
    assert sum("Nordic Table" in parties(services, one) for one in articles) == 2
    services.store.undo()
    services.relinking.replay_all()
    assert not any("Nordic Table" in parties(services, one) for one in articles)
    assert services.relinking.pending() is None


def test_a_party_is_linked_anew_only_in_the_article_a_ruling_is_for(services: Services, ferry: str) -> None:
    other = services.importing.import_bytes(TEXT.replace("May", "June").encode(), "other.txt").article
    services.importing.analyse(other)
    services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG, article=ferry)
    services.relinking.replay_all()
    assert "Nordic Table" in parties(services, ferry)
    assert "Norway" in parties(services, other)


def test_a_statement_a_person_edited_is_not_linked_anew(services: Services, ferry: str) -> None:
    decided = next(one for one in services.reading.open_article(ferry).statements if one.parties == ("Norway",))
    services.statements.edit(decided.id, replace(StatementEdit.of(decided), paraphrase="Mine"))
    services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG)
    services.relinking.replay_all()
    assert services.statements.get(decided.id).parties == ("Norway",)


def test_an_article_analysed_by_a_ruling_is_named_stale_when_the_ruling_goes(services: Services, ferry: str) -> None:
    ruling = services.entities.rule_means("Norway", "Nordic Table", EntityKind.ORG)
    services.relinking.replay_all()
    services.importing.analyse(ferry)
    services.entities.forget_ruling(ruling.id)
    replay = services.relinking.pending()
    assert replay is not None
    *_, last = services.relinking.replay(replay)
    assert last.stale == (ferry,)


def test_a_name_that_holds_where_it_acts_has_the_articles_that_hold_it_analysed_again(
    services: Services, ferry: str
) -> None:
    services.actors.add_name("country:IS", OwnAlias("Skerry Board", AliasKind.METONYM, AliasScope.ACTING))
    state = services.relinking.replay_all()
    assert (state.changed, state.stale) == (0, (ferry,))
    services.importing.analyse(ferry)
    assert "Iceland" in parties(services, ferry)
    assert services.relinking.pending() is None


def test_offices_have_the_articles_that_name_the_person_analysed_again(services: Services) -> None:
    text = "Harbour dues\n\nTorill Vassmo rejected the harbour dues on Monday. Torill Vassmo said no."
    article = services.importing.import_bytes(text.encode(), "dues.txt").article
    person = services.actors.add("Torill Vassmo", EntityKind.PERSON)
    services.relinking.replay_all()
    services.actors.add_office(person.key, OwnOffice("chief negotiator", "country:NO"))
    assert services.relinking.replay_all().stale == (article,)


# --- names to decide ------------------------------------------------------------------------------------


def test_a_surname_that_several_bear_is_asked_and_answered(services: Services) -> None:
    text = "Talks\n\nKhamenei rejected the draft on Monday, an aide said. Khamenei met envoys."
    article = services.importing.import_bytes(text.encode(), "aide.txt").article
    services.importing.analyse(article)
    services.reading.set_metadata(article, {"published": "2025-06-01"})
    asked = [one for one in services.deciding.questions() if one.text == "Khamenei"]
    assert len(asked) == 1
    (question,) = asked
    assert question.snippet[question.at :].startswith("Khamenei")
    assert len(question.candidates) > 1
    services.deciding.answer(question, question.candidates[1])
    assert [one for one in services.deciding.questions() if one.text == "Khamenei"] == []
    assert {one.key for one in named(services, article, "Khamenei")} == {question.candidates[1].key}
    services.store.undo()
    assert [one.text for one in services.deciding.questions()] == [one.text for one in asked]


def test_a_capital_is_asked_only_when_wanted(services: Services, ferry: str) -> None:
    assert all(one.text != "Oslo" for one in services.deciding.questions())
    (question,) = (one for one in services.deciding.questions(capitals=True) if one.text == "Oslo")
    assert {one.key for one in question.candidates} >= {"country:NO"}
    services.deciding.never(question)
    assert named(services, ferry, "Oslo") == []

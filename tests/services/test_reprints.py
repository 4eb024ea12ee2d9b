"""One wire text in many papers is one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.importing import Outcome
from briefing_app.domain.position import Stance, Trend
from briefing_app.domain.reading import StatementEdit
from briefing_app.services.fetching import Page
from briefing_app.services.reprints import sources_of_texts
from tests.annotate import farm

if TYPE_CHECKING:
    from briefing_app.services.services import Services

WIRE = farm.article(41)


def take(services: Services, name: str, text: str, dossier: str = "") -> tuple[str, str]:
    outcome = services.importing.import_bytes(text.encode(), name, [dossier] if dossier else [])
    assert outcome.outcome is Outcome.IMPORTED
    return outcome.article, outcome.reason


def test_import_when_wire_copy_comes_again_then_says_whose(services: Services) -> None:
    first, nothing = take(services, "first.txt", "Herring talks\n\n" + WIRE)
    title = services.reading.open_article(first).article.title
    assert "wire copy" not in nothing
    _, reason = take(services, "second.txt", "Talks on herring\n\n" + WIRE + "\n\nOur own reporter added a line.")
    assert reason.startswith(f"The same wire copy as “{title}”")
    assert "wire copy" not in take(services, "third.txt", farm.article(42))[1]


def test_import_when_copy_lies_in_another_dossier_then_not_named(services: Services) -> None:
    one, other = services.dossiers.add("Cod"), services.dossiers.add("Grain")
    take(services, "first.txt", WIRE, one.id)
    assert "wire copy" not in take(services, "second.txt", WIRE + "\n\nOne line more.", other.id)[1]


def test_matrix_when_reprints_differ_in_stance_then_no_conflict_of_sources(services: Services) -> None:
    dossier = services.dossiers.add("Herring")
    reprints = [take(services, f"{n}.txt", f"Paper number {n}\n\n{WIRE}", dossier.id)[0] for n in range(3)]
    other = take(services, "other.txt", farm.article(43), dossier.id)[0]
    with services.store.read() as reader:
        sources = sources_of_texts(reader, [*reprints, other])
    assert len({sources[one] for one in reprints}) == 1
    assert len(set(sources.values())) == 2

    def state(article: str, stance: Stance) -> None:
        edit = StatementEdit(article, ((0, 20),), ("Norland",), "Quota", stance, said_on="2026-11-01")
        services.statements.add(edit)

    state(reprints[0], Stance.REJECTS)
    state(reprints[1], Stance.SUPPORTS)
    cell = services.positions.matrix(dossier.id, include="confirmed").cells["Norland", "Quota"]
    assert cell.trend is not Trend.CONFLICTING
    state(other, Stance.REJECTS)
    cell = services.positions.matrix(dossier.id, include="confirmed").cells["Norland", "Quota"]
    assert cell.trend is Trend.CONFLICTING


def test_import_when_many_in_one_unit_then_reprints_repeats_and_versions_among_them_are_told(
    services: Services,
) -> None:
    page = (
        '<html><head><link rel="canonical" href="https://a.example/1"></head><body><article>{}</article></body></html>'
    )
    paragraphs = "".join(f"<p>{one}</p>" for one in farm.article(44).split("\n\n"))
    inputs = {
        "one.txt": "Herring talks\n\n" + WIRE,
        "two.txt": "Talks on herring\n\n" + WIRE + "\n\nOur own reporter added a line.",
        "three.txt": "Herring talks\n\n" + WIRE,
        "page.html": page.format(paragraphs),
        "later.html": page.format(paragraphs + "<p>Since then the ministers have met again in the harbour.</p>"),
    }
    intake = services.importing.intake
    arrivals = [intake.document(text.encode(), name, Page("", b"", "", "")) for name, text in inputs.items()]
    outcomes = services.importing.keep(arrivals, [])
    assert [one.outcome.value for one in outcomes] == ["imported", "imported", "duplicate", "imported", "updated"]
    assert outcomes[1].reason.startswith("The same wire copy as “")
    assert outcomes[2].article == outcomes[0].article
    assert outcomes[4].article == outcomes[3].article
    assert len(services.reading.search("ministers have met again in the harbour", 10, "newest")) == 1
    assert services.store.undo_label() == "Import"
    services.store.undo()
    with services.store.read() as reader:
        assert reader.articles.all_ids() == []

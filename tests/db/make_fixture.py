"""Makes the library file that is kept for a released schema.

Run `python tests/db/make_fixture.py db/fixtures/schema-1.brief` once, with the release that closes an issue;
a test upgrades the file for ever after.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing_app.domain.actors import OwnActor, OwnAlias, OwnOffice
from briefing_app.domain.analysis import Analysis
from briefing_app.domain.annotation import Tag
from briefing_app.domain.entity import EntityKind, Mention, NameRuling, RulingKind, Status
from briefing_app.domain.ids import TagId
from briefing_app.store.connect import connect
from briefing_app.store.store import Store
from tests.store import factories


def main() -> None:
    """Make the file named on the command line."""
    path = Path(sys.argv[1])
    path.unlink(missing_ok=True)
    store = Store.create(path)
    fill(store)
    store.close()
    connection = connect(path, None)
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    print(f"{path}: {path.stat().st_size} bytes")


def fill(store: Store) -> None:
    """Put one of everything into the library, and a step to undo."""
    with store.write("New dossier", undoable=False) as work:
        talks = work.dossiers.add(factories.dossier())
        work.articles.add_site_rule("The Meridian", "Subscribe to our newsletter today.")
        work.settings.set("colour", "blue")
    with store.write("Import", undoable=False) as work:
        first = factories.add_article(work, dossiers=(talks.id,), removals=(factories.junk(),))
        other = factories.add_article(work, "A second text on grain.", title="Élan on the corridor")
        work.articles.add_version(other.id, factories.document("A corrected text on grain."), b"A corrected text.")
        work.articles.set_flags([first.id], read=True, starred=True)
        work.articles.remember_position(first.id, 12)
    with store.write("Analyse", origin="machine", undoable=False) as work:
        mention = Mention(18, 25, EntityKind.GPE, "Ardania", "Ardania", "country:AR")
        text_hash = work.articles.version(first.version).text_hash
        work.articles.put_analysis(
            first.version, Analysis(text_hash, "rules 1", "en", (mention,)), [factories.statement(first)]
        )
    with store.write("Mark", undoable=False) as work:
        confirmed = factories.statement(first, "Talks on the grain corridor go on", status=Status.CONFIRMED)
        stated = work.statements.add(confirmed)
        work.annotations.add_tag(Tag(TagId(""), "Transport", colour="blue"))
        work.annotations.add_tag(Tag(TagId(""), "Harbour", parent="Transport"))
        work.annotations.add(factories.annotation(first, tags=("Harbour",), note="*Look*", statement=stated.id))
        work.entities.add_ruling(NameRuling("the Palace", RulingKind.MEANS, "Ardania", key="country:AR"))
        chair = OwnOffice("chair", "org:harbour", "2024-01")
        work.actors.put(OwnActor("person:envoy", "The envoy", EntityKind.PERSON, offices=(chair,)))
        work.actors.put(OwnActor("country:AR", "Ardania", EntityKind.GPE, aliases=(OwnAlias("Hilltop"),)))
        kept = work.notes.add(factories.note(talks.id, sections={"bluf": "They still talk."}))
        work.notes.update(kept)
    with store.write("Star") as work:
        work.articles.set_flags([other.id], starred=True)


if __name__ == "__main__":
    main()

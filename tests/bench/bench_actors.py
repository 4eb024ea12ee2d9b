"""How long a corrected name takes on a library of 100,000 articles: at once to the eye, seconds to every statement.

Run `pytest -m bench tests/bench/bench_actors.py -s`. BRIEFING_BENCH_ARTICLES says how many articles (100,000).
"""

from __future__ import annotations

import os
import random
import re
import time
from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.actors import OwnAlias
from briefing_app.domain.analysis import Analysis
from briefing_app.domain.entity import EntityKind, Mention
from briefing_app.services.services import Services
from briefing_app.store import analysis_codec
from briefing_app.store.connect import connect
from briefing_app.store.store import Store
from tests.bench.make_library import PARTIES, make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing_app.services.thinking import Thinker

ARTICLES = int(os.environ.get("BRIEFING_BENCH_ARTICLES", "100000"))
SECONDS = 20.0
"""Most processor time for a name that stands in nearly every article; one of the news stands in a hundredth."""
RARE = "Quill Accord Office"

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]
_NAMES = re.compile("|".join(re.escape(name) for name in (*PARTIES, RARE)))


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Give a large library whose statements analysis found, each of the first party its passage names."""
    path = tmp_path_factory.mktemp("actors") / "large.brief"
    make(path, ARTICLES)
    _analyse(path)
    store = Store.open(path)
    yield Services.over(store, cast("Thinker", None))
    store.close()


def _analyse(path: Path) -> None:
    connection, chance = connect(path, None), random.Random(7)
    connection.execute("BEGIN")
    rows = connection.execute(
        "SELECT version, min(statements.seq), text FROM statements JOIN versions ON versions.seq = version"
        " GROUP BY version"
    ).fetchall()
    for version, statement, text in rows:
        mentions = tuple(
            Mention(one.start(), one.end(), EntityKind.GPE, one.group(), one.group(), "", "actor base", "In the base.")
            for one in _NAMES.finditer(text)
        )
        data = analysis_codec.pack(Analysis("", "bench 1", "en", mentions))["data"]
        connection.execute(
            "INSERT INTO analyses (version, text_hash, engine, language, data) VALUES (?, '', 'bench 1', 'en', ?)",
            (version, data),
        )
        party = mentions[0].text if mentions else chance.choice(PARTIES)
        connection.execute("UPDATE statement_parties SET name = ? WHERE statement = ?", (party, statement))
    connection.execute("UPDATE statements SET why = 'Read as a refusal.'")
    connection.execute("COMMIT")
    connection.close()


def timed(what: str, work: Callable[[], object]) -> float:
    """Run ``work`` once and print how long it took; return the seconds of processor time."""
    start, cpu = time.perf_counter(), time.process_time()
    answer = work()
    took, used = time.perf_counter() - start, time.process_time() - cpu
    print(f"  {what}: {used:.2f} s of processor time, {took:.2f} s passed ({answer})")
    return used


def test_a_corrected_name_reaches_every_statement(services: Services) -> None:
    print()
    article = services.reading.search("Ardania", limit=1)[0].article
    timed("opening an article before", lambda: services.reading.open_article(article).article.words)
    rule = timed("ruling", lambda: services.entities.rule_means("Ardania", "Free Ardania", EntityKind.GPE).text)
    opened = timed("opening an article behind it", lambda: services.reading.open_article(article).article.words)
    concerned = timed("finding the articles", lambda: len(getattr(services.relinking.pending(), "articles", ())))
    linked = timed("linking the statements", lambda: services.relinking.replay_all().changed)
    found = timed("party: search", lambda: len(services.reading.search('party:"Free Ardania"', limit=50)))
    services.store.undo()
    back = timed("linking them back after undo", lambda: services.relinking.replay_all().changed)
    assert rule + opened + found < 5
    assert concerned + linked < SECONDS
    assert back < SECONDS


def test_names_merges_and_renames_act_at_once(services: Services) -> None:
    print()
    article = services.reading.search("Belmora", limit=1)[0].article
    one = services.actors.add("Belmora", EntityKind.GPE)
    other = services.actors.add("Union of Belmora", EntityKind.GPE)
    took = [
        timed("preview of a merge", lambda: services.actor_cards.preview(one.key, other.key).occurs.articles),
        timed("merge", lambda: services.actors.merge(one.key, other.key)),
        timed("opening an article", lambda: services.reading.open_article(article).article.words),
        timed("party: search", lambda: len(services.reading.search('party:"Union of Belmora"', limit=50))),
        timed("rename", lambda: services.actors.rename(other.key, "Greater Belmora")),
        timed("matrix of a dossier", lambda: len(services.positions.matrix(services.dossiers.all()[0].id).cells)),
        timed("a name that stands nowhere", lambda: services.actors.add_name(other.key, OwnAlias(RARE))),
        timed("its replay", lambda: services.relinking.replay_all().changed),
        timed("undo", lambda: services.store.undo().label),
    ]
    assert max(took) < SECONDS

"""A child process that works on a library and says on stdout what is on disk, one JSON line a commit.

`python worker.py PATH KEY-OR-DASH SEED COUNT` does COUNT random units of work (0: until it is killed).
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing_app.store.store import Store
from tests.store.factories import TEXT, add_article, annotation, junk, statement

if TYPE_CHECKING:
    from briefing_app.store.session import Work


def main() -> None:
    """Work until done or killed."""
    path, key, seed, count = sys.argv[1:]
    store = Store.open(Path(path), None if key == "-" else bytes.fromhex(key))
    chance = random.Random(int(seed))
    number = 0
    while not int(count) or number < int(count):
        number += 1
        acknowledge(one_unit(store, chance, f"{seed}.{number}"))
    store.close()


def acknowledge(fact: dict[str, str]) -> None:
    """Say that `fact` is on disk."""
    sys.stdout.write(json.dumps(fact) + "\n")
    sys.stdout.flush()


def one_unit(store: Store, chance: random.Random, name: str) -> dict[str, str]:
    """Do one unit of work; return what must be found in the library from now on."""
    session = name.partition(".")[0]
    kind = chance.choice(["import", "import", "annotate", "state", "flag", "undo"])
    with store.write(f"Unit {name}", session=session) as work:
        ids = work.articles.all_ids()
        fact = one_change(work, chance, "annotate" if kind == "undo" else kind, name, ids)
    if kind == "undo" and ids:
        # Nobody has been told of this step yet, so a death between the two commits loses nothing promised.
        store.undo(session)
        store.redo(session)
    return fact


def one_change(work: Work, chance: random.Random, kind: str, name: str, ids: list[str]) -> dict[str, str]:
    """Change one thing; in an empty library that is an import."""
    if kind == "import" or not ids:
        text = f"Unit {name}. {TEXT}" + "\n\nMore of the same." * chance.randrange(200)
        article = add_article(work, text, title=f"Unit {name}", removals=(junk(text),))
        return {"kind": "import", "article": article.id, "words": str(len(text))}
    article = work.articles.get(chance.choice(ids))
    if kind == "annotate":
        made = work.annotations.add(annotation(article, note=f"Unit {name}", tags=(f"tag {chance.randrange(9)}",)))
        return {"kind": "annotate", "annotation": made.id, "note": made.note}
    if kind == "state":
        stated = work.statements.add(statement(article, paraphrase=f"Unit {name}", stable_key=name))
        return {"kind": "state", "statement": stated.id, "paraphrase": stated.paraphrase}
    work.articles.update(replace(article, author=f"{article.author}+" if len(article.author) < 50 else ""))
    return {"kind": "flag"}


if __name__ == "__main__":
    main()

from __future__ import annotations

import importlib.util
import json
import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "gazetteers"
BUILDER = ROOT / "packaging" / "gazetteers" / "build.py"

ACTOR_FILES = ("countries", "cities", "people", "organisations", "places", "facilities", "laws", "events")
KINDS = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW"}
TYPES = {"name", "acronym", "demonym", "metonym", "nickname", "surname", "adjective"}
WHEN = {"acting", "context"}
ROLES = {
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "envoy",
    "negotiator",
    "spokesperson",
    "ambassador_un",
    "head_of_organisation",
    "spokesperson_organisation",
    "leader_of_group",
    "adviser",
}
PREFIXES = {
    "countries": {"country"},
    "cities": {"city"},
    "people": {"person"},
    "organisations": {"org"},
    "places": {"place"},
    "facilities": {"fac"},
    "laws": {"law"},
    "events": {"event"},
}
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
TODAY = "2026-11-22"
# Words that open sentences and fill titles; capitals do not protect them.
ORDINARY = set(
    """
    A An The This That These Those It He She They We I You In On At By For From To With Without Under Over After Before
    And Or But Nor So Yet If When While As Because Since Until Not No Yes All Any Some Many Most More Few Each Both
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    North South East Eastern Northern Southern President Minister Prime Foreign State Government Council Committee
    Ministry Department Commission Parliament Court Party Bank Union Nation Nations People World War Peace Trade Deal
    Talks Agreement Treaty Accord Summit Will Mark Grant Hope Young Long Store Male Split Nice Bath Reading Mobile
    Bishop Cook Baker Hunter Price Rich Sharp Short Small Strong White Black Brown Green Gray Gold Silver Steel Rose
    Chance Plan Trip Trips Sense Press Office House Palace Field Hill Woods Rivers Bridge Port Colon Choice
    Para Reunion Joy
    """.split()
)


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@cache
def actors() -> tuple[dict[str, Any], ...]:
    return tuple(row for name in ACTOR_FILES for row in rows(name))


@cache
def surfaces() -> dict[str, list[tuple[dict[str, Any], dict[str, Any]]]]:
    """Every text with the (actor, alias) pairs it stands for; the actor's own name counts as an alias of type name."""
    found: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = defaultdict(list)
    for actor in actors():
        for alias in ({"text": actor["name"], "type": "name"}, *actor["aliases"]):
            found[alias["text"]].append((actor, alias))
    return found


def spoken_of(text: str) -> bool:
    return any("when" not in alias for _, alias in surfaces().get(text, ()))


def precise(date: str, *, late: bool) -> str:
    """A date of year or month precision as the first or the last day it can mean."""
    return date + ("-12-31" if late else "-01-01")[(len(date) - 4) :] if len(date) < 10 else date


def canonical(text: str) -> set[str]:
    return {actor["key"] for actor, alias in surfaces().get(text, ()) if "when" not in alias}


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gazetteer_builder", BUILDER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", [*ACTOR_FILES, "issues"])
def test_file_is_canonical_json_lines(name: str) -> None:
    data = (FOLDER / f"{name}.jsonl").read_bytes()
    assert data.endswith(b"\n")
    assert b"\r" not in data
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        row = json.loads(line)
        assert json.dumps(row, ensure_ascii=False, separators=(",", ":")) == line, f"{name}:{number}"


def test_committed_files_are_what_the_builder_makes() -> None:
    pytest.importorskip("babel")
    made = load_builder().build()
    assert sorted(path.name for path in FOLDER.glob("*.jsonl")) == sorted(made)
    stale = [name for name, text in made.items() if (FOLDER / name).read_text(encoding="utf-8") != text]
    assert not stale, f"run python packaging/gazetteers/build.py: {stale}"


def test_compiled_size_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.jsonl")) < 1_000_000


def test_actors_have_the_agreed_shape() -> None:
    for name in ACTOR_FILES:
        for actor in rows(name):
            allowed = {"key", "name", "kind", "parent", "aliases"} | ({"offices"} if name == "people" else set())
            assert set(actor) == allowed, actor["key"]
            assert actor["kind"] in KINDS
            prefix, _, slug = actor["key"].partition(":")
            assert prefix in PREFIXES[name], actor["key"]
            assert re.fullmatch(r"[A-Z]{2}" if prefix == "country" else r"[a-z0-9]+(-[a-z0-9]+)*", slug), actor["key"]
            assert actor["name"] == actor["name"].strip()
            for alias in actor["aliases"]:
                assert set(alias) <= {"text", "type", "label", "when", "from", "to"}, actor["key"]
                assert alias["type"] in TYPES
                assert alias.get("label", actor["kind"]) in KINDS
                assert alias.get("when", "acting") in WHEN
                assert alias.get("label") != actor["kind"], f"{actor['key']}: label says nothing new"
    assert all(actor["kind"] == "PERSON" for actor in rows("people"))
    assert all(actor["kind"] == "GPE" for actor in (*rows("countries"), *rows("cities")))


def test_keys_are_unique() -> None:
    seen: dict[str, int] = defaultdict(int)
    for row in (*actors(), *rows("issues")):
        seen[row["key"]] += 1
    assert not [key for key, times in seen.items() if times > 1]


def test_parents_and_office_actors_exist() -> None:
    keys = {actor["key"] for actor in actors()}
    assert not [actor["key"] for actor in actors() if actor["parent"] is not None and actor["parent"] not in keys]
    assert not [actor["key"] for actor in actors() if actor["parent"] == actor["key"]]
    assert not [
        (person["key"], office["actor"])
        for person in rows("people")
        for office in person["offices"]
        if office["actor"] not in keys
    ]


def test_offices_are_well_formed() -> None:
    for person in rows("people"):
        for office in person["offices"]:
            assert set(office) <= {"title", "role", "actor", "from", "to"}, person["key"]
            assert {"title", "role", "actor", "to"} <= set(office), person["key"]
            assert office["role"] in ROLES
            assert office["title"]
            assert office["title"] == office["title"].strip()


def test_dates_are_iso_and_in_order() -> None:
    spans = [(person["key"], office) for person in rows("people") for office in person["offices"]]
    spans += [(actor["key"], alias) for actor in actors() for alias in actor["aliases"]]
    for key, span in spans:
        start, end = span.get("from"), span.get("to")
        for date in filter(None, (start, end)):
            assert ISO_DATE.fullmatch(date), f"{key}: {date}"
            assert precise(date, late=False) <= TODAY, f"{key}: {date} is yet to come"
        if start and end:
            assert precise(start, late=False) <= precise(end, late=True), f"{key}: {start} to {end}"


def test_one_holder_at_a_time() -> None:
    """No two people hold one country's one office at once, but for shared offices."""
    shared = {("country:NI", "head_of_state"), ("country:SA", "head_of_government")}
    single = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "ambassador_un"}
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for person in rows("people"):
        for office in person["offices"]:
            if office["role"] in single and office["actor"].startswith("country:") and office.get("from"):
                # A handover known to the month or year only is no overlap.
                end = precise(office["to"], late=False) if office["to"] else "9999-12-31"
                start = precise(office["from"], late=len(office["from"]) < 10)
                held[office["actor"], office["role"]].append((start, end, person["key"]))
    clashes = []
    for office_of, terms in held.items():
        if office_of in shared:
            continue
        terms.sort()
        for (_, end, one), (start, _, other) in pairwise(terms):
            if start < end and one != other:
                clashes.append((office_of, one, other, start, end))
    assert not clashes


def test_alias_texts_are_clean() -> None:
    # An article inside a true name stays; "El", "La" and "Al" are names in themselves.
    true_names = {"The Bahamas", "The Gambia", "The Hague", "The Economist", "The Times", "The Troubles"}
    possessive = {"St. John's", "St. George's", "Moody's", "Standard & Poor's"}
    for actor in actors():
        texts = [alias["text"] for alias in actor["aliases"]]
        assert len(texts) == len(set(texts)), actor["key"]
        assert actor["name"] not in texts, actor["key"]
        for text in (actor["name"], *texts):
            assert text == " ".join(text.split()), text
            assert text in true_names or not re.match(r"(?i)(the|a|an) ", text), text
            assert not re.search(r"['’]s?$", text) or text.replace("’", "'") in possessive, text
            assert len(text) > 1, text


def test_a_name_means_one_actor() -> None:
    """A text that always counts (no `when`) has one meaning; surnames may be shared."""
    clashes = []
    for text, meanings in surfaces().items():
        plain = {actor["key"] for actor, alias in meanings if "when" not in alias and alias["type"] != "surname"}
        surnamed = {actor["key"] for actor, alias in meanings if "when" not in alias and alias["type"] == "surname"}
        if len(plain) > 1 or (plain and surnamed - plain):
            clashes.append((text, sorted(plain | surnamed)))
    assert not clashes


def test_a_capital_acts_for_one_party() -> None:
    acting = {
        text: sorted(actor["key"] for actor, alias in meanings if alias.get("when") == "acting")
        for text, meanings in surfaces().items()
    }
    assert not {text: keys for text, keys in acting.items() if len(keys) > 1}


def test_ordinary_words_are_no_aliases() -> None:
    assert not sorted(word for word in ORDINARY if spoken_of(word))
    # In lower case only what cannot be an ordinary phrase, or what needs the actor to be named before.
    lower = [
        text
        for text in surfaces()
        if spoken_of(text) and text.islower() and " " not in text and text not in {"dpa", "eurozone"}
    ]
    assert not lower


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("countries", 230),
        ("cities", 350),
        ("people", 400),
        ("organisations", 350),
        ("places", 200),
        ("facilities", 700),
        ("laws", 150),
        ("events", 80),
        ("issues", 70),
    ],
)
def test_there_is_enough(name: str, least: int) -> None:
    assert len(rows(name)) >= least


def test_enough_people_are_current() -> None:
    current = [person for person in rows("people") if any(office["to"] is None for office in person["offices"])]
    assert len(current) >= 300
    governed = {
        office["actor"]
        for person in current
        for office in person["offices"]
        if office["to"] is None and office["role"] in {"head_of_state", "head_of_government"}
    }
    assert len(governed & {actor["key"] for actor in rows("countries")}) >= 140


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Kremlin", "country:RU"),
        ("White House", "country:US"),
        ("U.S.", "country:US"),
        ("Britain", "country:GB"),
        ("Ukrainian", "country:UA"),
        ("Iranians", "country:IR"),
        ("DPRK", "country:KP"),
        ("DR Congo", "country:CD"),
        ("Türkiye", "country:TR"),
        ("Quai d’Orsay", "country:FR"),
        ("Elysee", "country:FR"),
        ("US State Department", "org:state-department"),
        ("U.S. State Department", "org:state-department"),
        ("Nato", "org:nato"),
        ("EU", "org:eu"),
        ("U.N.", "org:un"),
        ("M23", "org:m23"),
        ("AOSIS", "org:aosis"),
        ("Zelensky", "person:volodymyr-zelenskyy"),
        ("Araqchi", "person:abbas-araghchi"),
        ("von der Leyen", "person:ursula-von-der-leyen"),
        ("Erdogan", "person:recep-tayyip-erdogan"),
        ("Donbas", "place:donbas"),
        ("GERD", "fac:grand-ethiopian-renaissance-dam"),
        ("JCPOA", "law:jcpoa"),
        ("COP31", "event:cop31"),
        ("Sharm el-Sheikh", "city:sharm-el-sheikh"),
    ],
)
def test_well_known_names(text: str, key: str) -> None:
    assert canonical(text) == {key}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Moscow", "country:RU"),
        ("Brussels", "org:eu"),
        ("Washington", "country:US"),
        ("Tehran", "country:IR"),
        ("Kyiv", "country:UA"),
        ("Kiev", "country:UA"),
        ("The Hague", "country:NL"),
        ("Doha", "country:QA"),
    ],
)
def test_capitals_act_and_are_cities(text: str, key: str) -> None:
    acting = {actor["key"] for actor, alias in surfaces()[text] if alias.get("when") == "acting"}
    assert acting == {key}
    assert {actor_key.partition(":")[0] for actor_key in canonical(text)} == {"city"}


def holder(actor: str, role: str, day: str) -> set[str]:
    return {
        person["name"]
        for person in rows("people")
        for office in person["offices"]
        if office["actor"] == actor
        and office["role"] == role
        and precise(office.get("from", "0001"), late=False) <= day
        and (office["to"] is None or day <= precise(office["to"], late=True))
    }


@pytest.mark.parametrize(
    ("actor", "role", "day", "name"),
    [
        ("country:UA", "head_of_state", "2023-05-01", "Volodymyr Zelenskyy"),
        ("country:US", "head_of_state", "2024-06-01", "Joe Biden"),
        ("country:US", "head_of_state", "2025-06-01", "Donald Trump"),
        ("country:US", "foreign_minister", "2026-06-01", "Marco Rubio"),
        ("country:GB", "head_of_government", "2023-01-15", "Rishi Sunak"),
        ("country:IR", "foreign_minister", "2025-06-15", "Abbas Araghchi"),
        ("country:HU", "head_of_government", "2026-06-15", "Péter Magyar"),
        ("org:nato", "head_of_organisation", "2025-01-01", "Mark Rutte"),
        ("org:european-commission", "head_of_organisation", "2022-01-01", "Ursula von der Leyen"),
    ],
)
def test_who_held_an_office_on_a_day(actor: str, role: str, day: str, name: str) -> None:
    assert holder(actor, role, day) == {name}


def test_issues_are_usable() -> None:
    keys = {issue["key"] for issue in rows("issues")}
    words: dict[str, list[str]] = defaultdict(list)
    for issue in rows("issues"):
        assert set(issue) == {"key", "name", "words", "parent", "family"}, issue["key"]
        assert re.fullmatch(r"issue:[a-z0-9]+(-[a-z0-9]+)*", issue["key"])
        assert issue["parent"] is None or (issue["parent"] in keys and issue["parent"] != issue["key"])
        assert issue["family"]
        assert issue["words"], issue["key"]
        for word in issue["words"]:
            assert word == " ".join(word.lower().split()), word
            assert len(word) > 3, word
            words[word].append(issue["key"])
    assert not {word: found for word, found in words.items() if len(found) > 1}

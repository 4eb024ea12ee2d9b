"""Articles and edits for trying anchors: our own sentences, many of them look-alikes on purpose."""

from __future__ import annotations

import random
from dataclasses import dataclass

PARTIES = ("Norland", "Vestria", "Costa Alba", "Tarnovia", "Meridia", "Ostmark", "the Lagoon States", "Quill Island")
PEOPLE = ("Mara Eide", "Tomas Brandt", "Lucia Ferro", "Ilya Varga", "Amina Sesay", "Henrik Dahl", "Noor Rahim")
TOPICS = (
    "the ferry tariff",
    "the reservoir treaty",
    "border posts",
    "cod quotas",
    "the prisoner lists",
    "grain transit",
)
PLACES = ("Lindholm", "Port Salis", "Arvany", "Teno", "Graymouth")
OPENERS = (
    "{party} would accept no change to {topic} before the spring session.",
    "{person}, who speaks for {party}, told reporters in {place} that {topic} had been settled in principle.",
    "Delegates left {place} after {count} hours without a text on {topic}.",
    "According to {person}, {party} had offered {count} million crowns to close the gap over {topic}.",
    "{party} rejected the paper on {topic}, calling it unfair and late.",
    "Nobody in the hall would say whether {topic} still belonged to the first basket.",
    "The mediator asked both sides to keep quiet about {topic} until the next round in {place}.",
    "“We have moved as far as we can,” said {person}, leaving the question of {topic} to the ministers.",
    "Officials from {party} and {other} compared drafts late into the night.",
    "Traders in {place} doubted that {topic} would survive another week of talk.",
    "{party} demanded that {other} withdraw its reservation on {topic} within {count} days.",
    "The old formula, drawn up in {place}, still governs {topic}.",
    "Fishermen in {place} had waited since dawn for news of {topic}.",
    "A draft seen by two people in the room leaves {topic} to a later protocol.",
    "{person} arrived by train, said nothing, and left by the back door.",
    "The hall in {place} smelled of paint and coffee when the session opened.",
    "“Nothing is agreed until everything is agreed,” {person} reminded the press.",
    "{party} keeps {count} inspectors on the bridge, twice as many as last year.",
    "Under the plan, {other} would pay for the lights and {party} for the guards.",
    "Its parliament must still vote, and the vote is far from certain.",
    "What happens after the summer is anybody’s guess, said one adviser.",
    "Two earlier attempts had failed over the same paragraph.",
    "{other} calls the arrangement temporary; {party} speaks of a precedent.",
    "Rain kept the crowds away, though not the cameras.",
    "By midnight the interpreters had gone home and the ministers had not.",
    "{person} put the chance of success at {count} percent.",
    "The economy of {place} depends on the answer more than on any other thing.",
    "Neither side has published the annex that both of them quote.",
    "{party} wants a clause that lets it leave after {count} months.",
    "A phone call between {person} and the chair settled the seating, at least.",
    "Lawyers for {other} found {count} errors in the translation.",
    "The next step is a list of names, and that list is short.",
    "Some in {place} remember the winter when the crossing was closed.",
    "“It is a good paper for a bad day,” a delegate from {other} joked.",
    "The chair has promised a fresh text within {count} hours.",
    "Observers from {other} were asked to wait in the corridor.",
    "Prices for flour rose again in {place} as the talks dragged on.",
    "{person} once taught law there and knows every door.",
    "In return, {other} would drop its complaint to the court.",
    "No date was set, no photograph taken, no hand shaken.",
    "The map on the wall shows a river that moved {count} years ago.",
    "Whether the guarantee covers ships at anchor remains in dispute.",
    "{party} has {count} days to say what it means by reasonable.",
    "Both capitals denied that a deadline had been missed.",
    "The technical group will look at {topic} before lunch.",
    "An aide carried the folder out under his coat.",
    "{person} will brief the council of {party} next week.",
    "Without the money, said the treasurer, the rest is poetry.",
)


def article(seed: int, paragraphs: int = 9) -> str:
    """Return an article of about five sentences a paragraph; the same seed gives the same text."""
    rng = random.Random(seed)
    openers = rng.sample(OPENERS, len(OPENERS))
    written = []
    for _ in range(paragraphs):
        chosen = [openers.pop() for _ in range(rng.randint(3, 6)) if openers]
        written.append(" ".join(_sentence(opener, rng) for opener in chosen))
    return "\n\n".join(paragraph for paragraph in written if paragraph)


def _sentence(opener: str, rng: random.Random) -> str:
    party, other = rng.sample(PARTIES, 2)
    sentence = opener.format(
        party=party,
        other=other,
        person=rng.choice(PEOPLE),
        topic=rng.choice(TOPICS),
        place=rng.choice(PLACES),
        count=rng.randint(3, 90),
    )
    return sentence[0].upper() + sentence[1:]


@dataclass(frozen=True)
class Case:
    """A quote in an old text, the new text, and where it must be found (None: it must be an orphan)."""

    old: str
    new: str
    start: int
    end: int
    expected: tuple[int, int] | None

    @property
    def quote(self) -> str:
        return self.old[self.start : self.end]

    @property
    def prefix(self) -> str:
        return self.old[max(0, self.start - 64) : self.start]

    @property
    def suffix(self) -> str:
        return self.old[self.end : self.end + 64]


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a farm article."""
    spans, start = [], 0
    for place, character in enumerate(text):
        if character in ".”" and text[place + 1 : place + 2] in (" ", "\n", "") and place - start > 20:
            if character == "”" and text[place - 1] == ",":
                continue
            spans.append((start, place + 1))
            start = place + 1
            while start < len(text) and text[start] in " \n":
                start += 1
    return spans


def words_of(text: str, span: tuple[int, int], count: int, rng: random.Random) -> tuple[int, int]:
    """Return the span of ``count`` words of a sentence, or the whole sentence for 0."""
    start, end = span
    starts = [start, *(place + 1 for place in range(start, end) if text[place] == " ")]
    if not count or count >= len(starts):
        return span
    first = rng.randrange(len(starts) - count)
    last = starts[first + count] - 1
    return starts[first], last


def deleted(seed: int, words: int, *, paragraph: bool = False) -> Case:
    """A sentence, or its whole paragraph, is cut out: the quote in it must be an orphan."""
    rng = random.Random(seed)
    old = article(seed)
    span = rng.choice(sentences(old))
    start, end = words_of(old, span, words, rng)
    if paragraph:
        left = old.rfind("\n\n", 0, span[0]) + 2 if "\n\n" in old[: span[0]] else 0
        right = old.find("\n\n", span[1])
        right = len(old) if right < 0 else right + 2
    else:
        left, right = span[0], span[1] + 1
    return Case(old, old[:left] + old[right:], start, end, None)


def inserted(seed: int, words: int) -> Case:
    """A promotional sentence and a paragraph come in before the quote: it stays what it was."""
    rng = random.Random(seed)
    old = article(seed)
    span = rng.choice(sentences(old))
    start, end = words_of(old, span, words, rng)
    extra = "See our ten tips for better meetings. "
    head = "A new first paragraph was added by the editors overnight.\n\n"
    new = head + old[: span[0]] + extra + old[span[0] :]
    shift = len(head) + len(extra)
    return Case(old, new, start, end, (start + shift, end + shift))


def tidied(seed: int, words: int) -> Case:
    """Quotes, dashes and spaces change their form: the quote stays what it was."""
    rng = random.Random(seed)
    old = article(seed)
    start, end = words_of(old, rng.choice(sentences(old)), words, rng)
    new = old.replace("“", '"').replace("”", '"').replace(" the ", " the\u00a0")
    return Case(old, new, start, end, (start, end))


def one_word(seed: int, words: int) -> Case:
    """One lower-case word inside the quote is replaced: found as changed."""
    rng = random.Random(seed)
    old = article(seed)
    start, end = words_of(old, rng.choice(sentences(old)), words, rng)
    inner = [
        (start + place, word)
        for place, word in _words(old[start:end])
        if word.islower() and word.isalpha() and len(word) > 2
    ]
    if not inner:
        return inserted(seed, words)
    place, word = rng.choice(inner)
    new = old[:place] + "novel" + old[place + len(word) :]
    return Case(old, new, start, end, (start, end + 5 - len(word)))


def _words(text: str) -> list[tuple[int, str]]:
    found, place = [], 0
    for word in text.split(" "):
        found.append((place, word.strip("“”,.")))
        place += len(word) + 1
    return [(at + text[at:].index(word) if word else at, word) for at, word in found]


def look_alike(seed: int) -> Case:
    """One party's statement is cut out and another's in the same words stays: an orphan, never the other's."""
    rng = random.Random(seed)
    mine, theirs = rng.sample(PARTIES, 2)
    pattern = rng.choice(
        (
            "{} said it would not accept any change to the line of 1994.",
            "{} rejects the proposal on transit fees.",
            "Negotiators for {} demanded written guarantees before any pause.",
            "{} is ready to sign only if the tariff is dropped.",
            "The delegation of {} called the draft unacceptable.",
        )
    )
    body = article(seed, 4).split("\n\n")
    statement, other = pattern.format(mine), pattern.format(theirs)
    statement, other = statement[0].upper() + statement[1:], other[0].upper() + other[1:]
    old = "\n\n".join([body[0], statement + " " + body[1], body[2], other + " " + body[3]])
    new = "\n\n".join([body[0], body[1], body[2], other + " " + body[3]])
    start = old.index(statement)
    whole = rng.random() < 0.5
    begin = start if whole else start + statement.index(" ", len(mine)) + 1
    return Case(old, new, begin, start + len(statement) - 1, None)

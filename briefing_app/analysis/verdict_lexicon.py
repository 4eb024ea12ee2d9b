"""Verdicts on a thing in what a party says: "the plan was unacceptable", "a betrayal of the poor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import D, O, R, S

if TYPE_CHECKING:
    from briefing_app.domain.position import Stance

_WORDS: tuple[tuple[Stance, float, str], ...] = (
    (
        R,
        0.75,
        "unacceptable|non-negotiable|nonnegotiable|non negotiable|out of the question|off the table|"
        "not on the table|red lines|not up for negotiation|not up for discussion|not up for debate|not for sale|"
        "not open to discussion|not open for discussion|not negotiable|impossible|intolerable|dead on arrival|"
        "not an option|no longer an option|inadmissible|impermissible|non-starters|unthinkable|null and void|"
        "void|invalid|not subject to negotiation|not a bargaining chip|not acceptable",
    ),
    (
        O,
        0.6,
        "unfair|unworkable|unrealistic|unjustified|unbalanced|inadequate|insufficient|not enough|too low|too little|"
        "too weak|too vague|too late|too slow|too high|too far|disappointing|regrettable|counterproductive|"
        "counter-productive|dangerous|discriminatory|premature|one-sided|illegal|unlawful|far from enough|"
        "not sufficient|not fair|wrong|absurd|reckless|a recipe for|protectionist|harmful|unsustainable|"
        "unconstitutional|unfounded|baseless|groundless|unhelpful|irresponsible|outrageous|shameful|deplorable|cynical|"
        "hypocritical|provocative|excessive|disproportionate|biased|flawed|inconsistent with|incompatible with|"
        "meaningless|pointless|unjust|immoral|inhumane|abhorrent|disgraceful|destabilising|destabilizing|unwarranted|"
        "ill-timed|misguided|untenable|unenforceable|punitive|abusive|arbitrary|worrying|alarming|at odds with|"
        "a step back|illegitimate|undemocratic|hollow|futile|not credible|not serious|not helpful|not realistic|"
        "horrific|appalling|barbaric|heinous|despicable|repugnant|unconscionable|indefensible|inexcusable|cowardly|"
        "a matter of concern|a cause for concern|a source of concern",
    ),
    (
        D,
        0.55,
        "essential|vital|indispensable|long overdue|overdue|urgently needed|imperative|the minimum|crucial|necessary",
    ),
    (
        S,
        0.6,
        "welcome|encouraging|acceptable|historic|constructive|fair|realistic|reasonable|promising|timely|"
        "justified|legitimate|positive|sound|credible|pragmatic|a step in the right direction|the right approach|"
        "the right thing|a win-win|sensible",
    ),
)
# Nouns, in front of which adjectives may stand: "a dangerous and needless escalation".
_NOUNS: tuple[tuple[Stance, float, str], ...] = (
    (R, 0.72, "non-starter|nonstarter|deal-breaker|dealbreaker|red line|impossibility|capitulation|surrender"),
    (
        O,
        0.6,
        "mistake|betrayal|insult|disgrace|breach|violation|provocation|threat|humiliation|farce|sham|outrage|aggression|"
        "escalation|obstacle|setback|step backwards|step backward|trap|ultimatum|blackmail|interference|nonsense|"
        "fabrication|crime|injustice|affront|disaster|error|blunder|slap in the face|charade|attack on|danger|scandal|"
        "mockery|smokescreen|distraction|pretext|bluff|bad deal|bad idea|grab|power grab|theft|coercion|bullying|"
        "extortion|robbery|noose|joke|fiction|fantasy|illusion|capitulation to|tragedy|catastrophe|atrocity",
    ),
    (D, 0.55, "prerequisite|precondition|must|priority|necessity|minimum requirement"),
    (
        S,
        0.6,
        "positive step|important step|good basis|solid basis|sound basis|fair compromise|good deal|balanced text|"
        "good start|breakthrough|landmark|milestone|good sign|positive signal|positive development|step forward|"
        "welcome step|historic opportunity|good news|step in the right direction|significant step|major step|"
        "good idea|crucial step|necessary step|encouraging step|encouraging sign|constructive step",
    ),
)

Words = tuple[str, ...]


def _table(
    rows: tuple[tuple[Stance, float, str], ...], *, noun: bool
) -> dict[str, list[tuple[Words, Stance, float, bool]]]:
    table: dict[str, list[tuple[Words, Stance, float, bool]]] = {}
    for stance, weight, text in rows:
        for words in text.split("|"):
            parts = tuple(words.split())
            table.setdefault(parts[0], []).append((parts, stance, weight, noun))
    return table


def _both() -> dict[str, list[tuple[Words, Stance, float, bool]]]:
    table = _table(_WORDS, noun=False)
    for first, entries in _table(_NOUNS, noun=True).items():
        table.setdefault(first, []).extend(entries)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


# By first word: the words, longest first, their stance and weight, and whether adjectives may stand before them.
VERDICTS = _both()

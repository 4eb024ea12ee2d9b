"""Closed word classes of English that several rules ask for."""

from __future__ import annotations

DETERMINERS = frozenset(
    (
        "a an the this that these those its his her their our my your some any no every each both all"
        " either neither another such many much several few most more"
    ).split()
)
PREPOSITIONS = frozenset(
    (
        "about above across after against along alongside amid among around as at before behind below"
        " beneath beside besides between beyond by concerning despite down during except for from in"
        " inside into like near of off on onto out outside over past per regarding since through"
        " throughout till to toward towards under until up upon via with within without including"
        " following ahead unlike"
    ).split()
)
CONJUNCTIONS = frozenset(
    (
        "and or but nor so yet if unless because although though while whereas when whenever where"
        " wherever whether that than once as since until before after"
    ).split()
)
PRONOUNS = frozenset(
    (
        "i me we us you he him she her it they them himself herself itself themselves ourselves myself"
        " who whom whose which what one ones anyone everyone someone nobody none nothing something"
        " everything there here others other"
    ).split()
)
AUXILIARIES = frozenset(
    (
        "am is are was were be been being do does did has have had having will would shall should can"
        " could may might must ought isn't aren't wasn't weren't don't doesn't didn't hasn't haven't"
        " hadn't won't wouldn't shan't shouldn't can't couldn't mustn't cannot isn’t aren’t wasn’t weren’t"
        " don’t doesn’t didn’t hasn’t haven’t hadn’t won’t wouldn’t shan’t shouldn’t can’t couldn’t"
        " mustn’t 've 're 'll 'm 'd ’ve ’re ’ll ’m ’d"
    ).split()
)
ADVERBS = frozenset(
    (
        "not never also still again already now then yesterday today tomorrow later earlier soon often"
        " always once twice just only even however therefore meanwhile instead indeed too very quite"
        " rather almost nearly far long ever perhaps maybe thus hence otherwise nonetheless nevertheless"
        " together both twice abroad apart back away further least else yet ago longer"
    ).split()
)
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def is_adverb(word: str) -> bool:
    """Say whether ``word`` (lower case) can stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


NOT_ADVERBS = frozenset("italy ally family assembly supply reply apply july rally early rely bully daily".split())

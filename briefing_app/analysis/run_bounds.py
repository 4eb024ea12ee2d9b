"""Where capitalised runs of words start and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.head_words import HEADS, OPEN_HEADS, PROPER_WORDS, TITLES
from briefing_app.analysis.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS
from briefing_app.analysis.name_lexicon import FIRST_NAMES, PARTICLES, TITLE_MODIFIERS
from briefing_app.analysis.wordlists import first_names, is_built, is_english_word
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.analysis.page import Token

JOINTS = frozenset({"of", "for", "on", "and", "&", "the", "against"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens ``first`` to ``last`` (last excluded) that name a thing of kind ``label``."""

    first: int
    last: int
    label: EntityKind
    why: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text before its runs are read.

    ``lower`` holds words that stand in lower case somewhere, ``inner`` those that stand capitalised
    inside a sentence, ``named`` the token starts that the actor base covers.
    """

    lower: Collection[str]
    inner: Collection[str]
    named: dict[int, tuple[int, EntityKind]]
    repeated: Collection[str] = ()


def starts(tokens: list[Token], index: int, known: Known) -> bool:
    """Say whether a name can start at a token."""
    token = tokens[index]
    if not _is_name_word(token) or token.text in ("A", "I"):
        return False
    if token.lower in FUNCTION_WORDS and not token.text.isupper():
        return False
    if not is_opening(tokens, index):
        return True
    if token.start in known.named or token.lower in TITLES or token.text.isupper():
        return True
    following = index + 1 < len(tokens) and (_is_name_word(tokens[index + 1]) or bool(_particles(tokens, index + 1)))
    if token.lower in FIRST_NAMES and following:
        return True
    if token.lower in known.lower and not (following and token.lower in TITLE_MODIFIERS):
        return False
    if following:
        return tokens[index + 1].lower not in FUNCTION_WORDS
    opens = token.lower in OPEN_HEADS and index + 1 < len(tokens) and tokens[index + 1].lower == "of"
    return opens or token.text in known.inner or _is_rare(token.text)


def _is_rare(word: str) -> bool:
    """Say whether the first word of a sentence is none of English."""
    lower = word.lower()
    return len(word) > 3 and word[1:].islower() and word.isalpha() and not is_built(lower) and lower not in PROPER_WORDS


def is_opening(tokens: list[Token], index: int) -> bool:
    """Say whether a capital letter at ``index`` is owed to the beginning of a sentence or quote."""
    if index == 0:
        return True
    before = tokens[index - 1]
    if before.text in '"“‘«:•-–—*' and (index == 1 or before.text in '"“‘«:•*'):
        return True
    if before.text in "—–-" and index <= 8 and tokens[0].text.isupper() and len(tokens[0].text) > 2:
        return True
    return index == 1 and not before.is_word


def _is_name_word(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    before, dash, behind = token.text.rpartition("-")
    if not dash or not behind[:1].islower():
        return True
    # "Ki-moon" is a name, "US-brokered" and "Moscow-backed" are none.
    return before.istitle() and len(before) < 6 and not is_english_word(behind) and "-" not in before


def run_end(tokens: list[Token], index: int) -> int:
    """Return where the capitalised run that starts at a token ends."""
    last = index + 1
    while last < len(tokens):
        token = tokens[last]
        plain = token.lower in FUNCTION_WORDS and not token.text.isupper()
        if token.lower in WEEKDAYS and tokens[last - 1].lower not in _NAMED_DAYS:
            break
        if _is_name_word(token) and (not plain or _is_small_surname(tokens, last)):
            last += 1
            continue
        step = _bridge(tokens, index, last)
        if not step:
            break
        last = step
    return last


_OFFICES = frozenset("secretary undersecretary under-secretary minister food".split())
_NAMED_DAYS = frozenset("good black bloody holy palm easter ash fat".split())


def _is_small_surname(tokens: list[Token], at: int) -> bool:
    """Tell the surname of "Nguyen Van An" and "Grace May" from a small word."""
    before = tokens[at - 1]
    return tokens[at].lower in ("an", "so", "do", "may", "will") and before.lower in first_names() | {"van", "thi"}


def _bridge(tokens: list[Token], index: int, last: int) -> int:
    """Return where the run goes on behind joining words at ``last``, 0 if it ends there."""
    at = last
    token = tokens[last]
    if token.lower in PARTICLES or "-" in token.text:
        return _particles(tokens, last)
    if token.lower in _MORE_PARTICLES:
        return last + 2 if last + 1 < len(tokens) and _is_name_word(tokens[last + 1]) else 0
    if token.text == ",":
        return _listed(tokens, index, last)
    if (
        token.lower in ("in", "op", "aan", "uit")
        and tokens[last - 1].is_capital
        and _particles(tokens, last) > last + 1
    ):
        return _particles(tokens, last)
    if token.text in ("'s", "’s", "'", "’"):
        return _owned(tokens, index, last)
    if token.text in ("'", "’") and tokens[last - 1].lower == "dato":
        return last + 2 if last + 1 < len(tokens) and _is_name_word(tokens[last + 1]) else 0
    if token.text == "&" and at + 1 < len(tokens) and _is_name_word(tokens[at + 1]):
        return at + 2
    if token.text == "." and len(tokens[last - 1].text) <= 4 and _is_initial(tokens, last, index):
        return last + 1
    if token.lower not in JOINTS:
        return 0
    if token.lower == "in":
        return 0
    opened = any(tokens[i].lower in OPEN_HEADS or tokens[i].lower in _OFFICES
                 for i in range(index, last))  # fmt: skip
    if not opened and token.lower != "and":
        return 0
    if not opened and not (last + 2 < len(tokens) and _headed(tokens, last)):
        return 0
    while at < len(tokens) and tokens[at].lower in JOINTS and at - last < 2:
        at += 1
    dated = at < len(tokens) and tokens[at].lower in (*WEEKDAYS, *MONTHS)
    return at + 1 if at < len(tokens) and _is_name_word(tokens[at]) and not dated else 0


_MEMBERS = ("men", "women", "ers", "people", "ists", "children", "students", "ians", "ors", "ants", "nurses")


def _owned(tokens: list[Token], index: int, last: int) -> int:
    """Return where "Reef Fishermen's Society" and "Anglers' League" go on behind the sign of the genitive."""
    owner = tokens[last - 1]
    if not owner.lower.endswith(_MEMBERS) or owner.lower in OPEN_HEADS or owner.lower in TITLES:
        return 0
    if tokens[last].text in ("'", "’") and not owner.lower.endswith("s"):
        return 0
    at = last + 1
    while at < len(tokens) and _is_name_word(tokens[at]) and at - last < 4:
        if HEADS.get(tokens[at].lower) is EntityKind.ORG:
            return at + 1
        at += 1
    return 0


_MORE_PARTICLES = frozenset("y ould binti binte bte".split())
_MINISTRIES = frozenset(
    "ministry department secretariat directorate committee commission bureau office institute".split()
)


def _listed(tokens: list[Token], index: int, last: int) -> int:
    """Return where "Ministry of Trade, Food and Rural Roads" goes on behind a comma, 0 if it does not."""
    if not any(tokens[i].lower in _MINISTRIES for i in range(index, last)):
        return 0
    if not any(tokens[i].lower in ("of", "for", "on") for i in range(index, last)):
        return 0
    at = last + 1
    while at < len(tokens) and at - last < 9 and (_is_name_word(tokens[at]) or tokens[at].text == ","):
        at += 1
    closed = at + 1 < len(tokens) and tokens[at].lower in ("and", "&") and _is_name_word(tokens[at + 1])
    inner = [token for token in tokens[last + 1 : at] if token.text != ","]
    return last + 2 if closed and inner and _is_name_word(tokens[last + 1]) else 0


def _particles(tokens: list[Token], at: int) -> int:
    """Return where "van der Berg", "bin Rashid" and "al-Bashari" end that start at ``at``, 0 if none does."""
    first = at
    if tokens[at].lower in ("in", "op", "aan", "uit") and at + 1 < len(tokens):
        at += 2 if tokens[at + 1].lower in ("den", "der", "het", "de") and tokens[at + 1].text.islower() else 0
    while at < len(tokens) and tokens[at].lower in PARTICLES and at - first < 3:
        at += 1
    if at >= len(tokens):
        return 0
    prefix, dash, rest = tokens[at].text.partition("-")
    if dash and prefix in PARTICLES and rest[:1].isupper():
        return at + 1
    return at + 1 if at > first and _is_name_word(tokens[at]) else 0


_CUT_NAMES = frozenset("ma md mohd wm geo chas thos jos jno robt".split())
"""First names that are written short: "Ma. Theresa", "Md. Rahman"."""


def _is_initial(tokens: list[Token], last: int, index: int) -> bool:
    before = tokens[last - 1]
    follows = last + 1 < len(tokens) and _is_name_word(tokens[last + 1])
    titled = before.lower in TITLES | _CUT_NAMES
    return follows and (titled or (len(before.text) == 1 and last - 1 > index))


def _headed(tokens: list[Token], last: int) -> bool:
    """Say whether "A and B Head" stands here: Trade and Industry Ministry."""
    for at in range(last + 1, min(last + 4, len(tokens))):
        if not _is_name_word(tokens[at]):
            return False
        if HEADS.get(tokens[at].lower) in (EntityKind.ORG, EntityKind.LAW):
            return tokens[last - 1].lower not in HEADS
        if tokens[at].lower in TITLES:
            return True
    return False

"""What a parse says of a verb: who its subject is, what words name it, and where the rules misread it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import SPEECH_FORMS
from briefing_app.analysis.syntax import Phrase, is_hypothetical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.page import Token
    from briefing_app.analysis.tree import Tree

_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVES = frozenset("who which that whom".split())
_INSIDE = frozenset(
    "det det:predet amod nummod compound flat fixed nmod nmod:poss nmod:desc nmod:unmarked case conj cc cc:preconj "
    "advmod goeswith punct".split()
)
"""How words hang on a noun that belong to its phrase."""
_FAR = 6
"""Most steps from a verb that shares its subject to the verb that has it."""


def subject_of(tree: Tree, tokens: list[Token], verb: int) -> Phrase | None:
    """Return the phrase that is the subject of a verb, shared and relative ones included; None where there is none."""
    found = _subject(tree, tokens, verb)
    if found is None:
        return None
    noun, relative = found
    return phrase_of(tree, tokens, noun, relative=relative)


def is_misread(tree: Tree, phrase: Phrase, parsed: Phrase) -> bool:
    """Say whether what the rules took for the subject of a verb is something else by the parse.

    It is the object of another verb, set beside the true subject, or the subject of a clause about the true one.
    """
    if phrase.first < parsed.last and parsed.first < phrase.last:
        return False
    if ":" in tree.tags[parsed.last : phrase.first]:
        return False  # a dateline stands in front of a sentence, not in it
    noun = head_of(tree, phrase.first, phrase.last)
    while tree.hangs(noun, "appos"):
        noun = tree.heads[noun]
        if parsed.first <= noun < parsed.last <= phrase.first:
            return True
    above = tree.heads[noun]
    if parsed.first > phrase.first or above < 0 or not tree.tags[above].startswith("V"):
        return False
    if tree.hangs(noun, "obj", "iobj", "obl"):
        return True
    return tree.hangs(noun, "nsubj") and tree.labels[above] == "acl:relcl"


def own_clause(tree: Tree, tokens: list[Token], index: int) -> tuple[int, int]:
    """Return the tokens of the main clause a token stands in: "Kenya signed, and Uganda left" has two."""
    size = len(tree.heads)
    tops = [at for at in range(size) if tree.heads[at] < 0]
    for at in range(size):
        told = tree.hangs(at, "parataxis") and tokens[at].lower in SPEECH_FORMS
        joined = tree.hangs(at, "conj", "parataxis") and tree.heads[at] in tops and not told
        if joined and tree.children(at, "nsubj"):
            tops.append(at)
    own = [next((top for top in (at, *tree.above(at)) if top in tops), index) for at in range(size)]
    inside = [at for at in range(size) if own[at] == own[index] and (tokens[at].is_word or at == index)]
    behind = any(tokens[at].is_word for at in range(inside[-1] + 1, size))
    first, last = inside[0], inside[-1] + 1 if behind else size
    alone = all(own[at] == own[index] or not tokens[at].is_word for at in range(first, last))
    return (first, last) if alone and len(tops) > 1 else (0, size)


def antecedent(tree: Tree, tokens: Sequence[Token], verb: int) -> int | None:
    """Return the noun about which a clause tells what somebody thinks of it: "the tariff, which Kenya opposes"."""
    at = verb
    while tree.hangs(at, "xcomp") and tree.heads[at] >= 0:
        at = tree.heads[at]
    own = next((one for one in tree.children(at, "nsubj") if one < verb), None)
    if tree.labels[at] != "acl:relcl" or own is None or tokens[own].lower in _RELATIVES:
        return None
    return None if any(one > verb for one in tree.children(verb, "obj")) else tree.heads[at]


def head_of(tree: Tree, first: int, last: int) -> int:
    """Return the token of a span on which the others hang."""
    return next((at for at in range(first, last) if not first <= tree.heads[at] < last), first)


def _subject(tree: Tree, tokens: list[Token], verb: int) -> tuple[int, bool] | None:
    """Return the noun that is the subject of a verb, and whether the verb stands in a clause about it."""
    at = verb
    for _ in range(_FAR):
        relation, head = tree.labels[at], tree.heads[at]
        own = tree.children(at, *_SUBJECTS)
        if own:
            noun = own[-1] if relation != "acl:relcl" else own[0]
            if relation == "acl:relcl" and tokens[noun].lower in _RELATIVES:
                return head, True
            return noun, False
        if tree.children(at, "csubj", "expl") or head < 0:
            return None
        if relation in ("acl:relcl", "acl"):
            return (head, True) if relation == "acl:relcl" or tree.tags[at] == "VBG" else None
        if relation == "xcomp" and (ruled := tree.children(head, "obj", "iobj")):
            return ruled[0], False
        if relation not in ("conj", "xcomp", "advcl", "aux", "cop", "aux:pass"):
            return None
        at = head
    return None


def phrase_of(tree: Tree, tokens: list[Token], noun: int, *, relative: bool = False) -> Phrase:
    """Return the phrase of a noun: what hangs on it without clauses; what is set beside it apart."""
    inside = _below(tree, noun, _INSIDE)
    first = last = noun
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < noun and (tree.labels[first] in ("punct", "cc", "case", "advmod") or not _opens(tokens[first])):
        first += 1
    while last > noun and (tree.labels[last] in ("punct", "cc", "advmod")):
        last -= 1
    beside = [at for at in tree.children(noun, "appos") if at > last]
    extra = tree.span(beside[0]) if beside else None
    if extra is not None and extra[0] <= last:
        extra = None
    return Phrase(first, last + 1, extra, is_hypothetical(tokens, first), relative)


def _opens(token: Token) -> bool:
    return token.text[0].isalnum()


def _below(tree: Tree, at: int, labels: frozenset[str]) -> set[int]:
    """Return ``at`` and what hangs on it by any number of steps by some relations."""
    held: set[int] = set()
    more = {at}
    while more:
        held |= more
        more = {one for head in more for one in tree.children(head) if one not in held and tree.labels[one] in labels}
    return held

"""What a stance is about, read from the parse of its sentence: its words, and a name for the issue.

"Brussels urged both sides to release the 300 prisoners by May" is about "to release the 300 prisoners by May", and
the issue is the release of prisoners. A clause is named by the noun of its verb, or by its verb as a noun.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import STANCE_FORMS, forms_of
from briefing_app.analysis.dependencies import antecedent
from briefing_app.analysis.fragments import gerund
from briefing_app.analysis.issue_words import (
    ACTION_NOUNS,
    EMPTY_VERBS,
    LIGHT_NOUNS,
    MONEYS,
    PASSED_ADJECTIVES,
    TIMES,
)
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.page import Token
    from briefing_app.analysis.tree import Tree

_CLAUSES = ("xcomp", "ccomp")
_LEADING = frozenset("to on for against about over with of from in towards toward at upon into".split())
_NAMING = frozenset("of on for to from with over in against between at".split())
_SUMS = frozenset("$ CD".split())
_LEFT_OUT = ("acl", "advcl", "appos", "conj", "obl", "nmod", "parataxis")
_OPENERS = frozenset("that what who which how why where when whether if".split())
_ODD = {"has": "have", "had": "have", "is": "be", "are": "be", "was": "be", "were": "be", "does": "do", "goes": "go"}
_DEPTH = 4
LONGEST = 20
"""Most words of a matter in short."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Tokens ``first`` to ``last`` (last excluded) that tell what a stance is about; ``head`` is their top word."""

    first: int
    last: int
    head: int


def matter_of(tokens: Sequence[Token], tree: Tree, cue: int, holder: tuple[int, int] | None = None) -> Matter | None:
    """Return what the stance of a cue (verb, noun or adjective) is about; None where the parse shows nothing.

    ``holder`` are the tokens that name whose stance it is: what somebody is encouraged by, not who is encouraged.
    """
    head = _object(tokens, tree, cue, holder or (0, 0))
    if head is not None and tree.tags[head] in ("WDT", "WP"):
        head = _meant(tree, cue)
    if head is None:
        head = antecedent(tree, tokens, cue)
    if head is None:
        return None
    first, last = tree.span(head)
    if first <= cue < last:
        inside = next((one for one in (cue, *tree.above(cue)) if tree.heads[one] == head), cue)
        last = min(last, tree.span(inside)[0])
        if last <= head:  # an object that holds its own verb is misread
            return None
    for one in tree.children(cue, "obl", "advcl", "advmod", "xcomp", "obj"):
        low, high = tree.span(one)
        if low == last and cue < head and tokens[low].text not in '"“”':
            last = high
    first, last = _trimmed(tokens, tree, first, last)
    return Matter(first, last, head) if first < last else None


def _object(tokens: Sequence[Token], tree: Tree, cue: int, holder: tuple[int, int]) -> int | None:
    """Return the top word of what hangs on a cue as its object, clause or prepositional object."""
    below = [i for i in tree.children(cue) if not holder[0] <= i < holder[1]]
    felt = any(holder[0] <= i < holder[1] and tree.labels[i] == "nsubj:pass" for i in tree.children(cue))
    clause = next((i for i in below if tree.hangs(i, *_CLAUSES) and not _predicate(tree, i)), None)
    if clause is None:
        clause = _told(tokens, tree, cue) or _wished(tree, cue)
    if clause is not None:
        return clause
    passive = next((i for i in below if tree.labels[i] == "nsubj:pass"), None)
    if passive is not None:
        return passive
    direct = next((i for i in below if tree.hangs(i, "obj")), None)
    if direct is not None:
        return direct
    for one in below:
        leading = _LEADING | {"by"} if felt else _LEADING
        leads = one > cue and tree.hangs(one, "obl", "nmod") and _preposition(tokens, tree, one) in leading
        if leads and tokens[one].lower not in TIMES:
            return one
    return next((i for i in below if i > cue and tree.hangs(i, "acl", "advcl") and tree.tags[i] in ("VB", "VBG")), None)


def _told(tokens: Sequence[Token], tree: Tree, cue: int) -> int | None:
    """Return the verb of what somebody is told to do or charged with: "urged Iran to leave", "accused it of lying"."""
    whom = next((i for i in tree.children(cue, "obj", "obl") if _addressable(tokens, tree, cue, i)), None)
    if whom is None:
        return None
    directs = any(form.cue.stance is Stance.DEMANDS for form in STANCE_FORMS.get(tokens[cue].lower, ()))
    for one in (*tree.children(cue, "advcl", "csubj"), *tree.children(whom, "acl")):
        marks = {tokens[i].lower for i in tree.children(one, "mark")}
        if one > whom and ((directs and "to" in marks) or (tree.tags[one] == "VBG" and marks & {"of", "for"})):
            return one
    return None


def _wished(tree: Tree, cue: int) -> int | None:
    """Return the verb of a clause without "that" whose relation the parse mistook: "demanded measures be put"."""
    for one in tree.children(cue, "advcl"):
        if cue + 1 == tree.span(one)[0] and tree.children(one, "nsubj") and not tree.children(one, "mark"):
            return one
    return None


def _addressable(tokens: Sequence[Token], tree: Tree, cue: int, index: int) -> bool:
    """Say whether a word behind a cue can be who is spoken to: "urged Iran", "called on Iran"."""
    named = cue < index and tree.tags[index][:2] in ("NN", "PR")
    return named and (tree.hangs(index, "obj") or _preposition(tokens, tree, index) in ("on", "upon"))


def _meant(tree: Tree, cue: int) -> int | None:
    """Return what "which" stands for: "an amnesty, which the ministry rejects"."""
    clause = next((i for i in (cue, *tree.above(cue)) if tree.hangs(i, "acl:relcl")), None)
    return None if clause is None else tree.heads[clause]


def _predicate(tree: Tree, index: int) -> bool:
    """Say whether a clause is only what something is called: "called the offer unacceptable"."""
    return tree.hangs(index, "xcomp") and tree.tags[index][0] in "JN" and not tree.children(index, "mark", "cop")


def _preposition(tokens: Sequence[Token], tree: Tree, index: int) -> str:
    return next((tokens[i].lower for i in tree.children(index, "case")), "")


def _trimmed(tokens: Sequence[Token], tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Leave out quotation marks, signs and the preposition that leads to the matter."""
    while first < last and (not _counts(tokens[first]) or _leads(tokens, tree, first)):
        first += 1
    while last > first and not _counts(tokens[last - 1]):
        last -= 1
    return first, last


def _leads(tokens: Sequence[Token], tree: Tree, index: int) -> bool:
    return tree.hangs(index, "case") or (tree.hangs(index, "mark") and tokens[index].lower in ("of", "for"))


def _counts(token: Token) -> bool:
    return token.text[0].isalnum() or token.text[0] in "$€£¥₹"


def said_of(text: str, tokens: Sequence[Token], tree: Tree, cue: int, matter: Matter) -> str:
    """Return the words of a matter in short, at most LONGEST, ended where a part of it ends.

    What somebody is told to do becomes a clause: "urged both sides to leave" gives "that both sides leave".
    """
    last = _short(tokens, tree, matter)
    whom = next((i for i in tree.children(cue, "obj", "obl") if _addressable(tokens, tree, cue, i)), None)
    if tree.tags[matter.head] == "VB" and whom is not None and whom < matter.head:
        first, behind = _without(tree, whom, matter.head)
        to = next((i for i in tree.children(matter.head, "mark") if tokens[i].lower == "to"), None)
        if to is not None and behind <= to < last:
            denied = "not " if any(tokens[i].lower == "not" for i in range(behind, to)) else ""
            return f"that {_words(text, tokens, first, behind)} {denied}{_words(text, tokens, to + 1, last)}".strip()
    said = _words(text, tokens, matter.first, last)
    clause = tree.hangs(matter.head, "ccomp") and tree.children(matter.head, "nsubj") and matter.first > cue
    opened = tokens[matter.first].lower in _OPENERS or tree.children(matter.head, "mark")
    return f"that {said}" if clause and not opened else said


def _without(tree: Tree, index: int, other: int) -> tuple[int, int]:
    """Return the span of a word without its preposition and without what ``other`` brings."""
    left_out = set(tree.subtree(other))
    kept = [
        i for i in tree.subtree(index) if i not in left_out and not (tree.hangs(i, "case") and tree.heads[i] == index)
    ]
    return kept[0], kept[-1] + 1


def _words(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(text[tokens[first].start : tokens[last - 1].end].split()) if first < last else ""


def _short(tokens: Sequence[Token], tree: Tree, matter: Matter) -> int:
    """Return where a matter ends that is cut to LONGEST words, before a part that may be left out."""
    if _count(tokens, matter.first, matter.last) <= LONGEST:
        return matter.last
    ends: list[int] = []
    for index in range(matter.head + 1, matter.last):
        if tree.hangs(index, *_LEFT_OUT):
            first = tree.span(index)[0]
            if matter.head < first and _count(tokens, matter.first, first) <= LONGEST:
                ends.append(first)
    last = max(ends, default=min(matter.last, matter.first + LONGEST))
    while last > matter.first + 1 and not _counts(tokens[last - 1]):
        last -= 1
    return last


def _count(tokens: Sequence[Token], first: int, last: int) -> int:
    return sum(1 for i in range(first, last) if tokens[i].text[0].isalnum())


# --- a name for the issue -----------------------------------------------------------------------------


def issue_name(tokens: Sequence[Token], tree: Tree, matter: Matter) -> str:
    """Return a short noun phrase for what a matter is about; empty where it tells nothing by itself."""
    if _is_name(tree, matter.head) and not tree.children(matter.head, "nmod"):
        return ""  # a party or person alone says nothing of what it is about
    words = _named(tokens, tree, matter.head, _DEPTH)
    if not words and (tree.tags[matter.head] == "$" or _is_sum(tokens, tree, matter.head)):
        words = ["funding"]
    name = " ".join(words)
    return name[:1].upper() + name[1:]


def _named(tokens: Sequence[Token], tree: Tree, head: int, depth: int) -> list[str]:
    if depth == 0 or tokens[head].lower in TIMES:
        return []
    tag = tree.tags[head]
    if tag.startswith("V"):
        return _clause_name(tokens, tree, head, depth)
    if tag in _SUMS or _is_sum(tokens, tree, head) or not tag.startswith(("NN", "JJ")):
        return _first_named(tokens, tree, tree.children(head, "nmod", "obl", "acl", "xcomp", "advcl"), depth)
    if tag.startswith("JJ"):
        below = _first_named(tokens, tree, tree.children(head, "xcomp", "ccomp", "obl", "advcl"), depth)
        return below or _first_named(tokens, tree, tree.children(head, "nsubj"), depth)
    if tokens[head].lower in LIGHT_NOUNS:
        clauses = [i for i in tree.children(head, "acl") if tree.labels[i] == "acl"]
        inside = [*clauses, *(i for i in tree.children(head, "nmod") if tree.labels[i] != "nmod:poss")]
        things = [i for i in inside if not _is_name(tree, i)]
        inner = _first_named(tokens, tree, things, depth)
        if not inner and len(things) < len(inside):
            return _noun_name(tokens, tree, head)  # "a role for the United Nations"
        name = _noun_name(tokens, tree, head)
        return inner or (name if len(name) > 1 else [])
    return _noun_name(tokens, tree, head)


def _first_named(tokens: Sequence[Token], tree: Tree, heads: Sequence[int], depth: int) -> list[str]:
    for one in heads:
        if tree.labels[one] == "nmod:poss" or _preposition(tokens, tree, one) in ("by", "after", "before", "since"):
            continue
        found = _named(tokens, tree, one, depth - 1)
        if found:
            return found
    return []


def _clause_name(tokens: Sequence[Token], tree: Tree, head: int, depth: int) -> list[str]:
    """Return the name of a clause: its verb as a noun with what it is done to; an empty verb gives its object."""
    done_to = next(iter(tree.children(head, "obj")), None)
    if done_to is None:
        done_to = next((i for i in tree.children(head) if tree.labels[i] == "nsubj:pass"), None)
    base = base_of(tokens[head].lower, tree.tags[head])
    inner = _named(tokens, tree, done_to, depth - 1) if done_to is not None else []
    if done_to is not None and not inner and base not in EMPTY_VERBS and tree.tags[done_to].startswith("NN"):
        inner = _noun_name(tokens, tree, done_to)
    if base in EMPTY_VERBS and done_to is not None and _is_name(tree, done_to) and inner:
        return [gerund(base), *inner]
    if base in EMPTY_VERBS or not base:
        return inner or _first_named(tokens, tree, tree.children(head, "xcomp", "ccomp", "obl", "advcl"), depth)
    noun = ACTION_NOUNS.get(base, "")
    if inner:
        return [noun, *([] if noun.endswith(_OWN_LINKS) else ["of"]), *inner] if noun else [gerund(base), *inner]
    goal = next((i for i in tree.children(head, "obl", "nmod") if i > head and _links(tokens, tree, i)), None)
    behind = _named(tokens, tree, goal, depth - 1) if goal is not None else []
    if behind and goal is not None:
        link = _preposition(tokens, tree, goal)
        return [noun or gerund(base), "of" if noun.endswith(link) else link, *behind]
    deeper = _first_named(tokens, tree, tree.children(head, "xcomp", "ccomp"), depth)
    return deeper or ([noun.removesuffix(next((one for one in _OWN_LINKS if noun.endswith(one)), ""))] if noun else [])


_OWN_LINKS = (" of", " for", " on", " to", " with", " at", " in")


def _links(tokens: Sequence[Token], tree: Tree, index: int) -> bool:
    return _preposition(tokens, tree, index) in _NAMING and tokens[index].lower not in TIMES


def _noun_name(tokens: Sequence[Token], tree: Tree, head: int) -> list[str]:
    """Return a noun with what makes it that one: its compounds, telling adjectives, one phrase with of, on, for."""
    kept = [head]
    for one in tree.children(head):
        telling = tree.tags[one][:2] in ("JJ", "NN") and tokens[one].lower not in PASSED_ADJECTIVES
        if one < head and (tree.hangs(one, "compound", "flat") or (tree.hangs(one, "amod") and telling)):
            kept += [i for i in tree.subtree(one) if i < head]
        elif tree.hangs(one, "flat") or (one > head and tree.hangs(one, "compound")):
            kept += tree.subtree(one)
    words = [tokens[i].text for i in _whole(tokens, sorted(set(kept)))]
    tail = next((i for i in tree.children(head, "nmod") if i > head and _links(tokens, tree, i)), None)
    if tail is not None and len(words) < 4 and tree.tags[tail].startswith("NN"):
        inner = _simple(tokens, tree, tail)
        if inner:
            words += [_preposition(tokens, tree, tail), *inner]
    return words


def _simple(tokens: Sequence[Token], tree: Tree, head: int) -> list[str]:
    kept = [head]
    for one in tree.children(head, "compound", "flat", "amod"):
        if tokens[one].lower not in PASSED_ADJECTIVES:
            kept += tree.subtree(one)
    return [tokens[i].text for i in _whole(tokens, sorted(set(kept)))][:4]


def _whole(tokens: Sequence[Token], kept: list[int]) -> list[int]:
    """Return the tokens without signs at the borders."""
    return [i for i in kept if _counts(tokens[i])]


def _is_sum(tokens: Sequence[Token], tree: Tree, head: int) -> bool:
    """Say whether a noun is money with its number: "150 million riyals"."""
    return bool(tree.children(head, "nummod")) and tokens[head].lower.removesuffix("s") in MONEYS


def _is_name(tree: Tree, head: int) -> bool:
    return tree.tags[head].startswith("NNP") or tree.tags[head].startswith("PRP")


def base_of(word: str, tag: str) -> str:
    """Return the base of a verb from its form and tag, as far as the ending tells; empty where it does not."""
    if word in _ODD:
        return _ODD[word]
    if tag in ("VB", "VBP"):
        return word
    if tag == "VBZ":
        if word.endswith("ies"):
            return word[:-3] + "y"
        return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word.removesuffix("s")
    return next((base for base in _candidates(word) if word in _forms(base)), "")


def _candidates(word: str) -> list[str]:
    ending = next((one for one in ("ing", "ied", "ed") if word.endswith(one)), "")
    stem = word.removesuffix(ending)
    if not ending or len(stem) < 2:
        return []
    if ending == "ied":
        return [stem + "y"]
    known = [base for base in (stem, stem + "e", stem[:-1]) if base in ACTION_NOUNS or base in EMPTY_VERBS]
    return [*known, stem + "e" if stem[-1] in "cvsuz" or stem.endswith(("at", "iz", "dg", "rg")) else stem]


def _forms(base: str) -> set[str]:
    return {word for words in forms_of(base).values() for word in words}

"""Where what is attributed begins and ends around its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import WEEKDAYS

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.verbs import Verb


class Extent:
    """Reads extents in one sentence: its tokens, which of them are quoted, and its verbs that attribute."""

    def __init__(self, tokens: list[Token], quoted: list[bool], verbs: list[Verb]) -> None:
        self.tokens = tokens
        self.quoted = quoted
        self.verbs = verbs

    def after(self, at: int, lemma: str) -> int:
        """Return where the content behind a cue begins: behind an addressee, a day, "that"."""
        tokens = self.tokens
        if lemma in ("tell", "inform", "notify"):
            for step in range(at, min(at + 12, len(tokens))):
                if tokens[step].lower in ("that", ",", ":", "“") or self.quoted[step]:
                    at = step
                    break
                if step > at and (tokens[step].lower in WEEKDAYS or tokens[step].lower == "to"):
                    at = step
                    break
            else:
                at = min(at + 1, len(tokens))
        if at + 1 < len(tokens) and tokens[at].lower == "on" and tokens[at + 1].lower == "condition":
            at = next((i for i in range(at, min(at + 7, len(tokens))) if tokens[i].lower == "that"), at)
        while at < len(tokens) and (
            (tokens[at].lower in (",", ":", "that", "on") and at + 1 < len(tokens)) or tokens[at].lower in WEEKDAYS
        ):
            at += 1
        return at

    def is_tail(self, after: int, quote: bool) -> bool:
        """Say whether a sentence ends soon behind a cue, so that what is said stood in front of it."""
        rest = self.tokens[after:]
        if any(self.quoted[after:]) and not quote:
            return False
        if not rest or rest[0].text in ".;" or (quote and rest[0].text == ","):
            return True
        word = rest[0].lower
        beside = word in ("in", "on", "at", "during", "after", "before", "to", "by", "late", "earlier", "last")
        stop = next((i for i, token in enumerate(rest) if token.text in (",", ".", ";")), len(rest))
        told = any(token.lower == "that" for token in rest[:stop])
        return (beside or word in WEEKDAYS or (quote and not told)) and stop <= 9 and not told

    def end(self, verb: Verb) -> int:
        """Return where the content of a cue ends: where a second deed of the same subject begins, or the sentence."""
        last = len(self.tokens)
        for other in self.verbs:
            first = other.group.first
            goes_on = first > 0 and self.tokens[first - 1].lower in ("and", "but")
            if goes_on and other.index > verb.index + 2 and not other.group.infinitive and not self.quoted[other.index]:
                last = first - 1
                break
        mark = next((i for i in range(verb.index + 1, last) if self.tokens[i].text == ";" and not self.quoted[i]), last)
        last = self._clause_turn(verb, mark)
        while last > verb.index + 1 and self.tokens[last - 1].text in ".,;":
            last -= 1
        return last

    def _clause_turn(self, verb: Verb, last: int) -> int:
        """Return where another subject takes over behind a comma: "urged it to sign, but Uganda insists"."""
        for index in range(verb.index + 3, last - 2):
            turn = self.tokens[index].text == "," and self.tokens[index + 1].lower in ("but", "while", "and", "though")
            if turn and any(other.index > index for other in self.verbs) and not self.quoted[index]:
                return index
        return last

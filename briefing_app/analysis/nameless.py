"""Who is meant without a name: "the ministry", "both sides", "his government", "developing countries"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing_app.analysis.group_words import (
    BLOC_ADJECTIVES,
    BLOC_NOUNS,
    BOTH,
    COLLECTIVES,
    COMMENTATORS,
    GROUPS,
    SPEAKING,
    STATE_TITLES,
)
from briefing_app.analysis.holder import (
    NOBODY,
    Holder,
    head_of,
    lowered,
    voiceless,
    without_article,
    without_count,
)
from briefing_app.analysis.lexicon import DETERMINERS, MONTHS, WEEKDAYS
from briefing_app.analysis.memory import Memory
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLES
from briefing_app.analysis.national_titles import national_title

# Who is called so is one side of a dispute, even where nobody of it is named: "opposition lawmakers".
_CAMPS = frozenset("opposition dissident separatist rebel ruling exiled".split())
_BODIES = frozenset("group organisation organization association charity watchdog".split())
_PAIRED = frozenset({"presidents", "ministers", "men", "women"})
_COUNTING = frozenset({"both", "two", "the", "three"})


def _leads(words: list[str]) -> bool:
    """Say whether a phrase means leaders of a kind: "world leaders", "tribal leaders"."""
    return words[-1] == "leaders" and words[-2:-1] != [] and words[-2] in _LED


_LED = frozenset("world religious tribal community business church opposition union student indigenous local".split())


@dataclass(slots=True)
class Nameless(Memory):
    """Reads phrases without a name against what the text has named so far."""

    def nameless(self, words: list[str], unnamed: str, text: str) -> Holder:
        """Read a phrase without a name: "the ministry", "both sides", "developing countries"."""
        head = head_of(words)
        armed = words[-2:] in (["armed", "forces"], ["military", "government"])
        head = "army" if armed and words[0] == "the" else head
        for read in (self._several, self._pointed, self._titled, self._own):
            found = read(words, head, text)
            if found is not None:
                return found
        camp = head in COLLECTIVES and bool(_CAMPS & set(words[:-1]))
        return self._in_own_words(words, head, text) if not unnamed or camp else Holder((), (), unnamed=unnamed)

    def _several(self, words: list[str], head: str, text: str) -> Holder | None:
        """Read "the latter", "both sides", "the two ministers", "the three governments"."""
        if words in (["the", "former"], ["the", "latter"]):
            return self.named_last(0 if head == "former" else 1)
        if self._of_principals(words, head):
            return self.pair()
        if words[0] == "both" and len(words) == 2 and len(self.recent) >= 2 and head in BOTH | _PAIRED:
            pair = self.recent[-2:]
            parties = tuple(p for one in pair for p in one.parties)
            keys = tuple(k for one in pair for k in one.keys)
            if len(set(parties)) == 2:
                return Holder(parties, keys, "", 0.75, "Both are the two named last.", plural=True)
        joint = self.issuer.known and len(self.issuer.parties) > 1
        if head in BOTH and len(words) <= 4 and _COUNTING & set(words) and self.last_group.known:
            size = len(self.last_group.parties)
            if joint or size == (3 if "three" in words else 2):
                return lowered(voiceless(self.last_group if size >= 2 else self.issuer), 0.75)
        if joint and words[0] == "the" and head in BOTH | {"participants", "signatories"} and len(words) <= 3:
            return lowered(voiceless(self.issuer), 0.95)
        return None

    def _pointed(self, words: list[str], head: str, text: str) -> Holder | None:
        """Read "the ministry", "its government", "the army's spokesman" as what was named before."""
        if head in SPEAKING and words[:2] in (["the", "army"], ["the", "military"]) and len(words) <= 4:
            army = self.antecedent("army")
            return replace(army, speaker=text.removeprefix("the ").removeprefix("The ")) if army.known else NOBODY
        if words[0] == "your" and head in GROUPS and len(words) <= 3:
            return voiceless(self.addressee)
        if words[0] in ("the", "its", "their", "this", "our") and head in GROUPS and len(words) <= 3:
            antecedent = self.antecedent(head)
            if antecedent.known:
                return replace(lowered(antecedent, 0.88), unnamed="", speaker="")
        return None

    def _titled(self, words: list[str], head: str, text: str) -> Holder | None:
        """Read "the minister" as who bears the title, "the foreign secretary" as whose state has one."""
        personal = words[0] in ("the", "his", "her") and head in ROLE_NOUNS - COMMENTATORS and len(words) <= 4
        bearer = self.bearer(words) if personal else NOBODY
        if bearer.known:
            return lowered(bearer, 0.85)
        if personal and words[0] == "the" and head in STATE_TITLES:
            party, key = self.implied(words)
            if party:
                why = f"The {head} of a text about {party}."
                return Holder((party,), (key,), without_article(text), 0.82, why)
        national = national_title(text) if len(words) <= 6 else None
        if national is not None and head != "former":
            speaker = without_article(text) if head in ROLE_NOUNS else ""
            return Holder((national[0],), (national[1],), speaker, 0.9, f"A {head} of {national[0]}.")
        return None

    def _own(self, words: list[str], head: str, text: str) -> Holder | None:
        """Read "his government" as the last speaker's, "its envoy" as the last party's."""
        if words[0] in ("his", "her") and head in GROUPS and self.last_speaker.known:
            return lowered(voiceless(self.last_speaker), 0.95)
        led = head in SPEAKING | GROUPS | {"command", "leadership"}
        if words[0] == "its" and led and len(words) <= 6 and self.last_party.known:
            speaker = head if head in ROLE_NOUNS else ""
            return replace(lowered(self.last_party, 0.88), speaker=speaker, unnamed="")
        return None

    def _in_own_words(self, words: list[str], head: str, text: str) -> Holder:
        """Read a group named in the text's own words: "the dockers", "developing countries", a name in capitals."""
        name = without_article(text)
        why, weight = "A group named in the text's own words.", 0.72
        if head in COLLECTIVES or _leads(words):
            name = without_article(without_count(text))
        elif head in _BODIES and words[0] in ("a", "an") and 3 <= len(words) <= 5:
            return Holder((name[0].upper() + name[1:],), ("",), "", weight, "A body the text does not name here.")
        elif head in BLOC_NOUNS and any(word in BLOC_ADJECTIVES for word in words):
            why, weight = "A group of states named by what they share.", 0.75
        else:
            return self._called_so(words, text)
        if len(words) > 5:
            return self._called_so(words, text)
        return Holder((name[0].upper() + name[1:],), ("",), "", weight, why, plural=True)

    def _of_principals(self, words: list[str], head: str) -> bool:
        """Say whether a phrase means the two parties of the document: "both sides", "neither delegation"."""
        if len(self.principals) != 2 or len(self.issuer.parties) > 1:
            return False
        pairs = ("sides", "parties", "delegations", "governments", "countries", "teams", "neighbours", "neighbors")
        if head in pairs and len(words) <= 3 and words[0] in ("both", "the", "two"):
            return "two" in words or words[0] == "both" or head in ("sides", "delegations")
        return words[0] in ("neither", "either", "each") and head in ("side", "party", "delegation", "government")

    def _called_so(self, words: list[str], text: str) -> Holder:
        """Read capitals that no list knows as a body's own name: "Lakeside Voices rejects the treaty"."""
        name = without_article(text)
        parts = name.split()
        capital = all(part[0].isupper() and part.isalpha() for part in parts) and len(parts) > 1
        if any(self.here <= one.start < self.here + len(text) for one in self.names):
            return NOBODY
        plain = any(word in TITLES | ROLE_NOUNS or word in (*WEEKDAYS, *MONTHS) for word in words)
        if not capital or plain or name.isupper() or words[0] in DETERMINERS - {"the"}:
            return NOBODY
        return Holder((name,), ("",), "", 0.72, "A name in the text's own words.", plural=name.endswith("s"))

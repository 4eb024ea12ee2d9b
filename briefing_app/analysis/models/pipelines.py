"""A language pipeline of the reader's own, by name: any installed spaCy pipeline that finds names."""

from __future__ import annotations

import importlib.util
import re
from typing import TYPE_CHECKING

from briefing_app.analysis.models.names import Seen, Sight
from briefing_app.analysis.name_lexicon import HEADS
from briefing_app.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Span

    from briefing_app.analysis.gazetteer import NameHit
    from briefing_app.analysis.page import Page

SURE = 0.8
"""How far a name of a pipeline, which gives no probability, is trusted."""
LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC",
    "EVENT": "EVENT", "LAW": "LAW", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LANGUAGE": "MISC", "MISC": "MISC",
}  # fmt: skip
"""The labels of OntoNotes and of CoNLL under ours; dates, sums and counts are found by our own rules."""
_FINDERS = ("ner", "beam_ner", "entity_ruler", "span_ruler")
_IDLE = ("parser", "senter", "sentencizer", "lemmatizer", "textcat", "textcat_multilabel", "entity_linker")
_EDGES = re.compile(r"^(?:the|a|an)\s+(?=\S)|(?:['’]s|['’])$", re.IGNORECASE)


class Pipeline:
    """Names by a spaCy pipeline; ``label`` is its name and version."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._coarse = "GPE" not in _labels(nlp)
        version = nlp.meta.get("version", "")
        self.label = f"pipeline {name} {version}".strip()

    @classmethod
    def load(cls, name: str) -> Pipeline:
        """Return the pipeline installed as ``name``; UsageError says what is missing."""
        if importlib.util.find_spec("spacy") is None:
            message = f"The pipeline “{name}” cannot be used: spaCy is not installed."
            raise UsageError(message, hint="Install spaCy and the pipeline beside this program, or leave its name out.")
        import spacy

        if not spacy.util.is_package(name):
            message = f"No language pipeline called “{name}” is installed."
            raise UsageError(message, hint="Install it beside this program, or leave its name out.")
        try:
            nlp = spacy.load(name)
        except (OSError, ValueError, ImportError, MemoryError, KeyError) as error:
            message = f"The pipeline “{name}” cannot be loaded: {_first_line(error)}."
            raise UsageError(message, hint="It may be too large, or made for another version of spaCy.") from error
        return cls.of(nlp, name)

    @classmethod
    def of(cls, nlp: Language, name: str) -> Pipeline:
        """Return a loaded pipeline as a source of names; UsageError where it finds none."""
        if not any(one in _FINDERS for one in nlp.pipe_names):
            message = f"The pipeline “{name}” finds no names: it has no named entity recogniser."
            raise UsageError(message, hint="Choose one that has, or leave its name out.")
        for one in _IDLE:
            if one in nlp.pipe_names:
                nlp.disable_pipe(one)
        return cls(nlp, name)

    def see(self, page: Page, _hits: Sequence[NameHit]) -> Sight:
        """Return what the pipeline makes of a page, passage by passage."""
        texts = [page.masked[start:end] for start, end in page.passages]
        seen = [
            found
            for (start, _), doc in zip(page.passages, self._nlp.pipe(texts), strict=True)
            for entity in doc.ents
            if (found := self._seen(entity, start)) is not None
        ]
        return Sight(seen)

    def _seen(self, entity: Span, offset: int) -> Seen | None:
        label = LABELS.get(entity.label_.upper(), "")
        text = entity.text
        start, end = entity.start_char, entity.end_char
        while (edge := _EDGES.search(text)) is not None:
            start, end = (start + edge.end(), end) if edge.start() == 0 else (start, end - len(edge[0]))
            text = text[edge.end() :] if edge.start() == 0 else text[: edge.start()]
        if not label or not text.strip() or "\n" in text:
            return None
        return Seen(offset + start, offset + end, self._place(text) if label == "LOC" else label, SURE)

    def _place(self, text: str) -> str:
        """Tell countries and cities from seas and bridges where the pipeline has one label for all of them."""
        if not self._coarse:
            return "LOC"
        kind = HEADS.get(text.split()[-1].lower())
        return kind.value if kind is not None and kind.value in ("LOC", "FAC") else "GPE"


def _labels(nlp: Language) -> set[str]:
    return {label for labels in nlp.pipe_labels.values() for label in labels}


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")

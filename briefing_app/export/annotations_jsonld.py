"""Annotations as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing_app.export.evidence import source_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.briefing_input import Source

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_jsonld(annotations: Iterable[Annotation], sources: Mapping[str, Source]) -> str:
    """Return one AnnotationCollection; offsets of TextPositionSelector are code points of our canonical text."""
    items = [_annotation(one, source_for(one.article, sources)) for one in annotations]
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "Annotations",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(one: Annotation, source: Source) -> dict[str, object]:
    body: list[dict[str, object]] = [{"type": "TextualBody", "purpose": "classifying", "value": one.type}]
    body += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in one.tags]
    if one.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": one.note})
    target: dict[str, object] = {
        "source": source.url or f"urn:uuid:{one.article}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": one.anchor.exact,
                "prefix": one.anchor.prefix,
                "suffix": one.anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": one.anchor.start, "end": one.anchor.end},
        ],
    }
    if one.anchor.text_hash:
        target["cached"] = f"urn:sha256:{one.anchor.text_hash}"
    if source.accessed:
        target["state"] = {"type": "TimeState", "sourceDate": f"{source.accessed}T00:00:00Z"}
    return {
        "id": f"urn:uuid:{one.id}",
        "type": "Annotation",
        "motivation": "commenting" if one.note else "highlighting",
        "created": one.created,
        "modified": one.modified,
        "body": body,
        "target": target,
    }

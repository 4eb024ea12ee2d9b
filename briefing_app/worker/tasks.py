"""The tasks the worker knows: each takes a head and a blob and returns a head and a blob."""

from __future__ import annotations

import json
from collections.abc import Callable

from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.learning import Lesson
from briefing_app.errors import UsageError
from briefing_app.worker.wire import Head

Task = Callable[[Head, bytes], tuple[Head, bytes]]


def clean(head: Head, blob: bytes) -> tuple[Head, bytes]:
    """Bytes of a document to a CleanDocument."""
    from briefing_app.ingest.clean import clean as clean_document

    document = clean_document(
        blob,
        head["source"],
        media_type=head.get("media_type", ""),
        charset=head.get("charset", ""),
        url=head.get("url", ""),
        site_rules=tuple((site, text) for site, text in head.get("site_rules", ())),
    )
    return {"document": to_plain(document)}, b""


def expand(head: Head, blob: bytes) -> tuple[Head, bytes]:
    """Bytes of a file to the Collection it holds, or to nothing where it is one document."""
    from briefing_app.ingest.collections.expand import expand as expand_file

    return {"collection": to_plain(expand_file(blob, head["source"]))}, b""


def discover(head: Head, blob: bytes) -> tuple[Head, bytes]:
    """Bytes of a page to a Collection of the feeds it names."""
    from briefing_app.ingest.collections.discovery import feeds_of_page

    return {"collection": to_plain(feeds_of_page(blob, head["url"], head.get("charset", "")))}, b""


def sanitise(_head: Head, blob: bytes) -> tuple[Head, bytes]:
    """HTML text in UTF-8 to sanitised HTML."""
    from briefing_app.ingest.sanitise import sanitise as sanitise_html

    return {}, sanitise_html(blob.decode("utf-8", "replace")).encode("utf-8", "replace")


def analyse(head: Head, _blob: bytes) -> tuple[Head, bytes]:
    """An AnalysisRequest to an Analysis, by the pipeline that is named or else by the shipped model."""
    from briefing_app.analysis.engine import Engine

    request = from_plain(AnalysisRequest, head["request"])
    return {"analysis": to_plain(Engine.ready(head.get("pipeline", "")).analyse(request))}, b""


def learn(head: Head, _blob: bytes) -> tuple[Head, bytes]:
    """Lessons to a Learnt, as the bytes that the library may keep."""
    from briefing_app.analysis.engine import Engine
    from briefing_app.analysis.learning.trying import learn as learn_from

    lessons = [from_plain(Lesson, one) for one in head["lessons"]]
    learnt = learn_from(lessons, Engine.ready(head.get("pipeline", "")))
    return {}, json.dumps(to_plain(learnt)).encode()


def pipeline(head: Head, _blob: bytes) -> tuple[Head, bytes]:
    """What the engine over the named pipeline is called; an error says why there is none."""
    from briefing_app.analysis.engine import Engine

    return {"label": Engine.load(head["pipeline"]).label}, b""


def warm(head: Head, _blob: bytes) -> tuple[Head, bytes]:
    """Load what the first article will need; returns at once when it is there."""
    import briefing_app.ingest.clean
    from briefing_app.analysis.engine import Engine

    Engine.ready(head.get("pipeline", ""))
    return {"warm": briefing_app.ingest.clean.__name__}, b""


def confinement(_head: Head, _blob: bytes) -> tuple[Head, bytes]:
    """Which walls stand around this process."""
    from briefing_app.worker.limits import in_force

    return {"confinement": to_plain(in_force())}, b""


TASKS: dict[str, Task] = {
    "clean": clean,
    "expand": expand,
    "discover": discover,
    "sanitise": sanitise,
    "analyse": analyse,
    "learn": learn,
    "pipeline": pipeline,
    "warm": warm,
    "confinement": confinement,
}


def run(head: Head, blob: bytes) -> tuple[Head, bytes]:
    """Run the task that ``head`` names."""
    task = TASKS.get(str(head.get("task")))
    if task is None:
        message = f"The worker knows no task “{head.get('task')}”."
        raise UsageError(message)
    return task(head, blob)

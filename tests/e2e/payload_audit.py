"""Imports documents full of payloads and shows them in the real window, watched from below and from outside.

``python -m tests.e2e.payload_audit FOLDER [SHARE]`` prints one JSON line: what was heard, tried, opened, asked for,
what came out alive, and how much of the text was kept. SHARE takes every nth payload only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit

from briefing_app.domain.position import Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import UserError
from briefing_app.ingest.clean import clean
from briefing_app.ingest.sanitise import sanitise
from tests.e2e.hostile_documents import documents
from tests.e2e.watching import Watch
from tests.ingest.payload_grammar import payloads
from tests.ingest.payloads import PAYLOADS

if TYPE_CHECKING:
    from briefing_app.services.services import Services
    from briefing_app.ui.shell.main_window import MainWindow

_ACTIVE = {
    *("script", "img", "image", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "base", "form"),
    *("input", "svg", "math", "video", "audio", "source", "track", "template", "portal", "bgsound", "meta", "noscript"),
}
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_OWN = {"meta", "style", "title"}


class Looked(HTMLParser):
    """What a browser would find alive in a page: our own exports may hold a head, a style and links inside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.alive: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE - _OWN:
            self.alive.append(tag)
        for name, value in attrs:
            leads = name in ("href", "src", "action", "background", "poster", "data", "srcset", "cite", "ping")
            styled = name == "style" and "url(" in (value or "")
            if name.startswith("on") or styled or (leads and not _LINK.match(value or "")):
                self.alive.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def looked(page: str) -> Looked:
    """Return what is alive in a page, and its text."""
    found = Looked()
    found.feed(page)
    found.close()
    return found


class Requests:
    """Counts what text documents ask their window for."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def watch(self) -> None:
        """Stand in front of every text browser's own answer, which is to load nothing."""
        from briefing_app.ui.note.sheet import Sheet
        from briefing_app.ui.note.versions import _Changes
        from briefing_app.ui.reader.sealed import SealedBrowser

        asked = self.asked

        def counted(_browser: object, _sort: int, name: object) -> None:
            asked[str(name)] += 1

        for kind in (SealedBrowser, Sheet, _Changes):
            kind.loadResource = counted  # type: ignore[method-assign,assignment]

    def would_ask(self) -> int:
        """Return how many requests an image makes that is shown on purpose: proof that they are counted."""
        from briefing_app.ui.reader.sealed import SealedBrowser

        before = self.asked.total()
        browser = SealedBrowser()
        browser.setHtml("<p>x<img src='file:///nowhere.png'></p>")
        browser.resize(200, 200)
        browser.grab()
        return self.asked.total() - before


def run(folder: Path, share: int) -> dict[str, object]:
    """Run the audit and return its figures."""
    watch = Watch(folder)
    made = [*payloads(f"http://127.0.0.1:{watch.port}", str(watch.canary)), *PAYLOADS][::share]
    files = list(documents(made))
    report: dict[str, object] = {"payloads": len(made), "documents": len(files)}
    report |= _extract(files)
    report |= _show(folder, files, made)
    return report | {"heard": watch.heard, "tried": watch.tried, "opened": watch.opened}


def _extract(files: list[tuple[str, bytes]]) -> dict[str, object]:
    """Clean every document in this process, which is watched, and look at what `extract` would print."""
    alive: list[str] = []
    wanted = kept = refused = 0
    for name, data in files:
        try:
            document = clean(data, name)
        except UserError:
            refused += 1
            continue
        page = looked(document.html)
        alive += [f"{name}: {one}" for one in page.alive]
        if name.startswith("page-"):
            wanted += "".join(looked(sanitise(data.decode())).text).count("Delegates of both sides")
            kept += document.text.count("Delegates of both sides")
    return {"alive": alive, "wanted": wanted, "kept": kept, "refused": refused}


def _show(folder: Path, files: list[tuple[str, bytes]], made: list[str]) -> dict[str, object]:
    from briefing_app.desktop.app import application
    from briefing_app.jobs.pool import WorkerPool
    from briefing_app.services.services import Services
    from briefing_app.store.store import Store
    from tests.ui.panels.stage import _over

    application()
    requests = Requests()
    requests.watch()
    pool = WorkerPool()
    stage = _over(Store.create(folder / "library.brief"), folder)
    services = Services.over(stage.store, pool)
    stage.context = replace(stage.context, services=services)
    try:
        dossier = str(services.dossiers.add(made[3]).id)
        for name, data in files:
            path = folder / name
            path.write_bytes(data)
            services.importing.import_any(str(path), [dossier])
        window = _window(stage.context, stage.store.path)
        shown = _read_all(window, services)
        exported = _note(window, services, dossier, made, folder)
        asked = dict(requests.asked)
        return {"shown": shown, "asked": asked, "exported": exported, "would_ask": requests.would_ask()}
    finally:
        pool.end()


def _window(context: object, path: Path) -> MainWindow:
    from briefing_app.ui.shell.main_window import MainWindow
    from briefing_app.ui.shell.opening import put_to_work
    from briefing_app.ui.shell.session import open_first_page

    window = MainWindow(context.settings, context.theme, context.messages)  # type: ignore[attr-defined]
    window.show_library(replace(open_first_page(path, None, context.settings), again=None))  # type: ignore[attr-defined]
    window.resize(1280, 800)
    window.show()
    put_to_work(window, context)  # type: ignore[arg-type]
    for _ in range(200):
        QApplication.processEvents()
    return window


def _read_all(window: MainWindow, services: Services) -> int:
    """Open every article in the reader, with its panels and the tool tips of its lists."""
    shown = 0
    with services.store.read() as reader:
        articles = reader.articles.all_ids()
    for place, article in enumerate(articles):
        window.desk.open_article(article)  # type: ignore[union-attr]
        window.actions_.perform(("panel_positions", "panel_entities", "panel_annotations", "panel_figures")[place % 4])
        window.actions_.perform("show_removed")
        if place % 10 == 0:
            window.actions_.perform("edit_metadata")
        QApplication.processEvents()
        _hover(window)
        window.grab()
        shown += 1
        for dialog in QApplication.topLevelWidgets():
            if dialog is not window and dialog.isVisible():
                dialog.close()
    return shown


def _hover(window: MainWindow) -> None:
    for view in window.findChildren(QAbstractItemView):
        if view.isVisible():
            spot = QPoint(40, 20)
            event = QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot))
            QApplication.sendEvent(view.viewport(), event)


def _note(window: MainWindow, services: Services, dossier: str, made: list[str], folder: Path) -> dict[str, object]:
    """Write a note whose every part is a payload, preview it, export it, and look at what came out."""
    with services.store.read() as reader:
        article = reader.articles.all_ids()[0]
        text = reader.articles.current_version(article).text
    for place, payload in enumerate(made[:60]):
        issue, party = made[(place + 1) % len(made)], made[(place + 2) % len(made)]
        spans = ((0, min(len(text), 40)),)
        services.statements.add(StatementEdit(article, spans, (party,), issue, Stance.REJECTS, paraphrase=payload))
    note = services.notes.new(dossier)
    fields = dict.fromkeys(("title", "to", "from", "since", "question", "author", "subject"), made[4])
    sections = {"bluf": "\n\n".join(made), "issue_statement": f"[x](javascript:alert(1)) ![x]({made[0]})"}
    services.notes.save(replace(note, title=made[5], fields=fields, sections=sections))
    window.body.library.go_to_dossier(dossier)  # type: ignore[union-attr]
    window.actions_.perform("view_note")
    for _ in range(50):
        QApplication.processEvents()
    window.grab()
    images = sum("<img " in one.toHtml() for one in map(QTextEdit.document, window.findChildren(QTextEdit)))
    note = services.notes.all(dossier)[0]
    services.notes.export(note, folder / "note.html")
    services.notes.export(note, folder / "note.md")
    page = looked((folder / "note.html").read_text("utf-8"))
    markdown = (folder / "note.md").read_text("utf-8")
    alive = re.findall(r"(?<!\\)!\[|(?<!\\)\]\(\s*(?:javascript|data|file):|(?<!\\)<[a-z]", markdown)
    return {"alive": page.alive, "markdown": alive, "images": images, "size": len("".join(page.text))}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)) + "\n")

"""A look for news behind the real window: how long it takes, and how long the window's thread is ever away.

Run as a script: ``python -m tests.bench.bench_feeds [--feeds 12] [--items 20]``. Servers on loopback addresses of their
own answer after a moment; where the window's thread is away for long, what it was at is told.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.bench import frames
from tests.bench.frames import TICK
from tests.bench.make_library import Author

LONG = 0.06
"""Seconds away from which it is told what the thread was at."""

MOMENT = 0.15
"""Seconds that a server takes to answer."""


def main() -> None:
    """Read the command line, look for news, and tell."""
    parser = argparse.ArgumentParser(description="Look for news behind the window and measure its frames.")
    parser.add_argument("--feeds", type=int, default=12)
    parser.add_argument("--items", type=int, default=20)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    servers = [_served(f"127.0.1.{number + 1}", number, options.items) for number in range(options.feeds)]
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        sys.stdout.write(measured(Path(folder), [f"http://{host}:{port}/feed" for host, port in servers]) + "\n")


def _served(host: str, number: int, items: int) -> tuple[str, int]:
    author = Author(number, 400)
    parts = [
        f"<item><title>{author.title(n)}</title><link>http://{host}/{n}</link>"
        f"<description>{''.join(f'&lt;p>{one}&lt;/p>' for one in author.paragraphs(n))}</description></item>"
        for n in range(items)
    ]
    body = f"<rss version='2.0'><channel><title>Post {number}</title>{''.join(parts)}</channel></rss>".encode()
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            over.wait(MOMENT)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer((host, 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return host, server.server_port


class Watch(threading.Thread):
    """Notes what the window's thread is at while it does not tick."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.last = time.perf_counter()
        self.at: Counter[str] = Counter()
        self.over = threading.Event()
        self._watched = threading.get_ident()

    def run(self) -> None:
        """Look every few milliseconds."""
        while not self.over.wait(0.01):
            if time.perf_counter() - self.last > LONG:
                frame = sys._current_frames().get(self._watched)
                names = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in traceback.extract_stack(frame)]
                self.at[" < ".join(reversed(names[-7:]))] += 1


def measured(folder: Path, urls: list[str]) -> str:
    """Return a line of figures, and below it where the thread was away."""
    from PySide6.QtCore import QObject, Qt, QTimer

    from briefing_app.desktop.app import application
    from briefing_app.domain.collection import FeedLink
    from briefing_app.settings import Settings

    settings = Settings(folder / "settings.json")
    settings.set("network.allowed_hosts", [url.split("/")[2].split(":")[0] for url in urls])
    app = application()
    desktop = frames.made(settings)
    gaps: list[float] = []
    own: list[float] = []
    watch = Watch()

    class Looks(QObject):
        """Starts the look and ticks until all is taken in and analysed."""

        def __init__(self) -> None:
            super().__init__()
            self.began = self.ended = 0.0
            self.used = time.thread_time()
            self.timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
            self.timer.timeout.connect(self.tick)

        def begin(self) -> None:
            assert desktop.session is not None
            context = desktop.session.context
            context.services.feeds.add_links([FeedLink("", url) for url in urls])
            assert context.feed_news is not None
            assert context.feeder is not None
            context.feed_news.ended.connect(self.end)
            self.began = watch.last = time.perf_counter()
            watch.start()
            self.used = time.thread_time()
            self.timer.start()
            context.feeder.start()

        def end(self, _look: object) -> None:
            self.ended = time.perf_counter()

        def tick(self) -> None:
            now = time.perf_counter()
            gaps.append((now - watch.last) * 1000 - TICK)
            own.append((time.thread_time() - self.used) * 1000)
            watch.last, self.used = now, time.thread_time()
            if self.ended and now - self.ended > 2:
                self.timer.stop()
                watch.over.set()
                app.quit()

    looks = Looks()
    frames.run(desktop, folder, looks.begin)
    desktop.end()
    line = (
        f"{len(urls)} feeds in {looks.ended - looks.began:.1f} s. {frames.told(gaps)}; "
        f"longest of its own work {max(own):.0f} ms"
    )
    return "\n".join([line, *(f"{number:4} {place}" for place, number in watch.at.most_common(8))])


if __name__ == "__main__":
    main()

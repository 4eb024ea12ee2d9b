"""The worker's loop: frames on standard input, answers on what was standard output.

Standard output itself is pointed at standard error, so that a library that prints cannot break a frame.
"""

from __future__ import annotations

import os
import signal
import sys

from briefing_app.errors import UserError
from briefing_app.faults import stack_of
from briefing_app.worker import compiled, limits, wire
from briefing_app.worker.tasks import run


def main() -> int:
    """Answer frames until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    questions = sys.stdin.buffer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends this process when it has done
    compiled.refresh()
    limits.step_back()
    limits.confine()
    while True:
        try:
            head, blob = wire.receive(questions)
        except EOFError:
            return 0
        limits.allow_seconds(int(head.get("seconds", limits.SECONDS)))
        try:
            answer, body = run(head, blob)
        except UserError as error:
            answer, body = {"error": error.sentence, "hint": error.hint, "kind": "user"}, b""
        except MemoryError:
            answer, body = {"error": "It needs more memory than a document may use.", "kind": "limit"}, b""
        except RecursionError:
            answer, body = {"error": "It is nested too deeply to be read safely.", "kind": "limit"}, b""
        except Exception as error:  # noqa: BLE001 - the border of the process: told to the parent, never swallowed
            answer, body = {"error": "\n".join(stack_of(error)), "kind": "program"}, b""
        wire.send(answers, answer, body)


if __name__ == "__main__":
    sys.exit(main())

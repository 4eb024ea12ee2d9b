"""The two families of error, free for every package to use.

What the world did (a locked file, a full disk, a malformed document, a wrong word on the
command line) is a `UserError`: its text is a sentence that the reader sees as it stands. What
we did wrong is a `ProgramError`, or any other exception, and ends in a crash report.
"""


class UserError(Exception):
    """Something the world did, told in a sentence that says what to do next.

    `sentence` is complete, ends with a full stop and names the file or word concerned; `hint`
    is a second sentence for those who want more (may be empty); `code` is the exit code with
    which the command line ends when nothing better is known.
    """

    default_code = 1

    def __init__(self, sentence: str, *, hint: str = "", code: int | None = None) -> None:
        """Keep what is told to the reader; `code` None takes the class's own exit code."""
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.code = self.default_code if code is None else code

    def __str__(self) -> str:
        """Give the sentence, and the hint behind it where there is one."""
        return f"{self.sentence} {self.hint}" if self.hint else self.sentence

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling, so that the worker process can raise it on the other side."""
        return _rebuilt, (type(self), self.sentence, self.hint, self.code)


def _rebuilt(kind: type[UserError], sentence: str, hint: str, code: int) -> UserError:
    """Make the error anew after pickling, keyword arguments included."""
    return kind(sentence, hint=hint, code=code)


class UsageError(UserError):
    """The command was called in a way that means nothing; exit code 2."""

    default_code = 2


class InputError(UserError):
    """An input was refused (empty, binary, too large, unreadable, unknown type); exit code 1."""


class LimitError(InputError):
    """A document needs more memory or time than one may use; it was given up, the others go on."""


class LibraryError(UserError):
    """The library cannot be opened or used as it is; exit code 3."""

    default_code = 3


class WrongKey(LibraryError):
    """The passphrase or key given does not open this library."""


class LibraryLocked(LibraryError):
    """Another program holds the library, or its key is not at hand."""


class LibraryTooNew(LibraryError):
    """A newer release wrote this library; this one refuses to touch it."""


class NotALibrary(LibraryError):
    """The file exists, but it is no library of this program."""


class LibraryDamaged(LibraryError):
    """The library is ours and opens, but its contents are damaged or truncated."""


class ProgramError(Exception):
    """A promise of our own code was broken; ends in a crash report, never in a sentence."""

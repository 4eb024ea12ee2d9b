"""Where things lie: the files shipped with the program, and the user's own folders.

Importing this module costs nothing but `pathlib`; platformdirs is imported at the first
question about a user folder.
"""

import functools
from pathlib import Path

from briefing_app.errors import ProgramError

APP_NAME = "briefing-reader"
LIBRARY_FILE_NAME = "library.brief"

_PACKAGE = Path(__file__).resolve().parent


@functools.cache
def shipped_root() -> Path:
    """Give the folder that holds `resources/` and `db/`.

    In an installed program that is `briefing_app/_shipped/`, put there by the build hook; in
    a checkout (and an editable install) it is the folder of pyproject.toml.
    """
    shipped = _PACKAGE / "_shipped"
    if shipped.is_dir():
        return shipped
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout
    raise ProgramError(f"neither {shipped} nor a checkout around {_PACKAGE} holds our own files")


def resource(*parts: str) -> Path:
    """Give the path of something below `resources/`, whether or not it exists."""
    return shipped_root().joinpath("resources", *parts)


def database_scripts() -> Path:
    """Give the folder of the Alembic environment: `db/`."""
    return shipped_root() / "db"


def data_folder() -> Path:
    """Give the folder of the user's libraries; it may not exist yet."""
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def config_folder() -> Path:
    """Give the folder of the user's settings; it may not exist yet."""
    import platformdirs

    return platformdirs.user_config_path(APP_NAME, appauthor=False)


def state_folder() -> Path:
    """Give the folder of logs and of what a session remembers; it may not exist yet."""
    import platformdirs

    return platformdirs.user_state_path(APP_NAME, appauthor=False)


def default_library() -> Path:
    """Give the library that is opened when none is named; it may not exist yet."""
    return data_folder() / LIBRARY_FILE_NAME

"""The session of `./briefing.sh test`: a real keyring, an X server, folders that are nobody's."""

import os
import subprocess
import sys
import uuid

import keyring
import keyring.errors
import pytest

from briefing_app import paths


def test_secret_service_keeps_and_forgets_a_secret(secret_service: None) -> None:
    user = uuid.uuid4().hex
    keyring.set_password("briefing-reader-test", user, "kept")
    assert keyring.get_password("briefing-reader-test", user) == "kept"

    keyring.delete_password("briefing-reader-test", user)

    assert keyring.get_password("briefing-reader-test", user) is None


def test_keyring_without_the_fixture_refuses() -> None:
    with pytest.raises(keyring.errors.KeyringError):
        keyring.set_password("briefing-reader-test", "anybody", "lost")


@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs the X server of ./briefing.sh test")
def test_qt_opens_a_window_on_the_x_server() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication, QWidget;"
        "app = QApplication([]); window = QWidget(); window.show(); app.processEvents();"
        "print(app.platformName(), window.windowHandle().isExposed())"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "xcb"}

    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)

    assert done.stdout.startswith("xcb")


def test_user_folders_of_the_tests_are_private() -> None:
    assert "briefing-tests-" in str(paths.data_folder())

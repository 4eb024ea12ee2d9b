"""Set-up shared by all tests: no screen, no user folders, no surprises from the outside."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

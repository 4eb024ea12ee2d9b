"""Paints resources/icons/*.png from the two SVG drawings; run it after changing a drawing.

python packaging/render_icons.py
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
NAME = "briefing-reader"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SMALL = 32


def render(size: int) -> QImage:
    """Paint the drawing meant for `size` pixels, on a transparent ground."""
    drawing = ICONS / (f"{NAME}-small.svg" if size <= SMALL else f"{NAME}.svg")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image


def main() -> int:
    """Write one PNG for each size; 1 when one could not be written."""
    _ = QGuiApplication(sys.argv)
    written = [render(size).save(str(ICONS / f"{NAME}-{size}.png")) for size in SIZES]
    return 0 if all(written) else 1


if __name__ == "__main__":
    sys.exit(main())

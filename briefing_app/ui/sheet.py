"""The window's Qt style sheet with a ``$name`` for each colour of a theme, for the fonts and for the signs.

Widgets say what they are by the dynamic property ``role``; no widget has a style sheet of its own. Roles:
``heading``, ``title``, ``section``, ``strong``, ``muted``, ``faint``, ``quote``, ``warning``, ``danger`` (labels);
``pill`` (small rounded checkable buttons); ``primary``, ``link``, ``flat``, ``quiet``, ``icon``, ``place`` (buttons);
``card``, ``suggestion`` (frames); ``bar``, ``nav``, ``surface``, ``foot``, ``desk``, ``page``, ``window`` (grounds);
``toast``, ``error``, ``banner``, ``strip`` (messages); ``popup`` (floating frames); ``rule`` (a hairline).
"""

SHEET = """
QMainWindow, QDialog, QWidget[role="window"] { background: $window; color: $text; }
QWidget[role="bar"] { background: $bar; border: 0; border-bottom: 1px solid $line; }
QWidget[role="foot"] { background: $bar; border: 0; border-top: 1px solid $line; }
QWidget[role="foot"] QLabel, QWidget[role="foot"] QPushButton { color: $muted; font-size: 11px; }
QWidget[role="nav"] { background: $nav; }
QWidget[role="surface"] { background: $surface; }
QWidget[role="desk"] { background: $desk; }
QWidget[role="page"] { background: $page; border: 1px solid $border; }
QFrame[role="card"] { background: $field; border: 1px solid $line; border-radius: 6px; }
QFrame[role="card"][focused="true"] { border: 1px solid $accent_ink; }
QFrame[role="suggestion"] { background: $suggestion; border: 0; border-top: 1px solid $line; }
QFrame[role="popup"] { background: $field; border: 1px solid $border; border-radius: 8px; }
QFrame[role="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $border; }
QToolTip { background: $field; color: $text; border: 1px solid $border; padding: 4px 6px; }

QLabel { background: transparent; color: $text; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="title"] { font-family: "$serif"; font-size: 26px; font-weight: 600; color: $body; }
QLabel[role="section"] { font-size: 10px; font-weight: 600; color: $faint; letter-spacing: 0.6px; }
QLabel[role="muted"] { color: $muted; font-size: 12px; }
QLabel[role="faint"] { color: $faint; font-size: 11px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quote"] { font-family: "$serif"; color: $quote; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="danger"] { color: $danger; }

QPushButton, QToolButton {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 5px 10px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
  background: $accent_soft; color: $strong; border-color: $accent_ink;
}
QPushButton:focus, QToolButton:focus { border: 2px solid $accent_ink; padding: 4px 9px; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: transparent; }
QPushButton[role="primary"], QToolButton[role="primary"] {
  background: $accent; color: $accent_text; border-color: $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { border-color: $strong; }
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus { border: 2px solid $strong; }
QPushButton[role="primary"]:disabled { background: $chip; color: $faint; border-color: $chip; }
QPushButton[role="link"], QToolButton[role="link"] {
  background: transparent; border: 1px solid transparent; color: $accent_ink; font-weight: 600;
  font-size: 12px; padding: 2px 4px;
}
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border: 1px solid $accent_ink; }
QPushButton[role="flat"], QToolButton[role="flat"], QToolButton[role="icon"] {
  background: transparent; border: 1px solid transparent; padding: 3px 6px;
}
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover, QToolButton[role="icon"]:hover { background: $hover; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus, QToolButton[role="icon"]:focus {
  border: 1px solid $accent_ink; padding: 3px 6px;
}
QPushButton[role="flat"]:checked, QToolButton[role="flat"]:checked { background: $accent_soft; }
QToolButton[role="place"] {
  background: transparent; border: 1px solid transparent; font-weight: 600; padding: 4px 4px; color: $text;
}
QToolButton[role="place"]:hover { background: $hover; }
QToolButton[role="place"]:focus { border: 1px solid $accent_ink; padding: 4px 4px; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
  background: transparent; border: 1px solid transparent; color: $muted; font-size: 12px; padding: 3px 5px;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { color: $accent_ink; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 1px solid $accent_ink; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $accent_soft; color: $strong; }
QPushButton[role="pill"], QToolButton[role="pill"] {
  border-radius: 12px; padding: 3px 9px; font-size: 12px; background: $field; min-height: 16px;
}
QPushButton[role="pill"]:hover, QToolButton[role="pill"]:hover { background: $hover; }
QPushButton[role="pill"]:checked, QToolButton[role="pill"]:checked {
  background: $accent; border-color: $accent; color: $accent_text;
}
QPushButton[role="pill"]:focus, QToolButton[role="pill"]:focus { border: 2px solid $accent_ink; padding: 2px 8px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 4px 8px;
  placeholder-text-color: $faint; selection-background-color: $selection; selection-color: $text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent_ink; padding: 3px 7px;
}
QTextBrowser[role="reading"] {
  background: $window; color: $body; border: 0; padding: 0; font-family: "$serif"; font-size: 17px;
}
QTextBrowser[role="reading"]:focus { border: 0; padding: 0; }
QLineEdit { min-height: 18px; }
QComboBox {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 4px 8px; min-height: 18px;
  selection-background-color: $selection; selection-color: $text;
}
QComboBox:focus { border: 2px solid $accent_ink; padding: 3px 7px; }
QComboBox:!editable { padding-left: 10px; }
QComboBox:!editable:focus { padding-left: 9px; }
QComboBox:disabled { color: $faint; background: transparent; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: 0; padding: 0; min-height: 0; }
QComboBox QAbstractItemView {
  background: $field; color: $text; border: 1px solid $border; selection-background-color: $accent_soft;
  selection-color: $strong; outline: 0;
}
QCheckBox, QRadioButton { color: $text; spacing: 6px; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 14px; height: 14px; background: $field; border: 1px solid $faint; border-radius: 3px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $accent_text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent_ink; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px; background: $field; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $accent_ink; width: 12px; height: 12px; }
QCheckBox::indicator:disabled { border-color: $border; background: transparent; }
QGroupBox { border: 0; margin-top: 18px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $faint; }

QAbstractItemView { background: transparent; color: $text; border: 0; outline: 0; }
QListView::item { border: 0; }
QListWidget::item { padding: 2px 4px; }
QListWidget::item:selected { background: $accent_soft; color: $strong; border-radius: 4px; }
QListView::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px; background: $field; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QFrame[role="news"] { background: transparent; border: 0; border-bottom: 1px solid $line; }
QHeaderView::section { background: $nav; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 5px 11px; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 8px; border: 0; }
QTableView::item:selected { background: $accent_soft; color: $strong; }
QAbstractScrollArea { background: transparent; }
QPlainTextEdit { background: $field; }
QScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; width: 0; height: 0;
}

QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 340px; }

QMenuBar { background: $bar; color: $text; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; color: $strong; }
QMenu { background: $field; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $strong; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 9px 10px; border: 0; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $strong; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent_ink; text-decoration: underline; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QProgressBar { background: $chip; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QFrame[role="toast"] { background: $strong; border: 0; border-radius: 6px; }
QFrame[role="toast"] QLabel { color: $window; }
QFrame[role="toast"] QPushButton, QFrame[role="toast"] QToolButton {
  background: transparent; color: $window; border: 1px solid $window; padding: 2px 8px;
}
QFrame[role="toast"] QToolButton { border: 0; padding: 2px 6px; }
QFrame[role="toast"] QPushButton:hover, QFrame[role="toast"] QToolButton:hover { background: $accent; }
QFrame[role="error"] { background: $warning_soft; border: 1px solid $warning; border-radius: 6px; }
QFrame[role="error"] QLabel { color: $text; }
QFrame[role="banner"] { background: $warning_soft; border: 0; border-bottom: 1px solid $line; }
QFrame[role="banner"] QLabel { color: $warning; }
QFrame[role="strip"] { background: $bar; border: 0; border-top: 1px solid $line; }
"""

STANCE = """
QPushButton[stance="$name"]:checked { background: $ground; color: $ink; border-color: $ink; }
"""
"""The rules of one stance."""

PARTY = """
QPushButton[role="pill"][party="$name"] { padding-left: 22px; }
QPushButton[role="pill"][party="$name"]:checked {
  background: $ground; border-color: $ground; color: $ink; padding-left: 9px;
}
"""
"""The rules of one party colour."""

"""The main window: bars, columns, menus, dialogs, and how the panels are wired together."""

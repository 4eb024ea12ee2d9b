"""The dialogs in which statements, dossiers, details, names and tags are edited."""

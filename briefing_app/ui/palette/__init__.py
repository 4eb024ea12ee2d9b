"""The command palette: every action, article and dossier by a few letters."""

"""The library panel: places and dossiers at the left, the article list with search beside them."""

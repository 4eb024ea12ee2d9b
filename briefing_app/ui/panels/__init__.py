"""The side panels: what each party holds, who is named, what was marked, which figures there are."""

"""What each party holds, and what the machine suggests in this article."""

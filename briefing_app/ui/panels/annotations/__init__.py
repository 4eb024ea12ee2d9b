"""What the reader has marked in an article."""

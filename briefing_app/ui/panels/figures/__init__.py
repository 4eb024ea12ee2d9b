"""Sums, percentages, counts and dates of an article."""

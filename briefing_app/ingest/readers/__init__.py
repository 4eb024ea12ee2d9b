"""Readers of documents that are no bare text: office files, e-books, PDF, mail, web archives."""

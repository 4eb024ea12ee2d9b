"""Bytes in, a clean document out: decoding, main text, canonical blocks, junk, sanitising."""

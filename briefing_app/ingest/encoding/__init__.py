"""Bytes to text: labels and the prescan of the HTML standard, detection, mojibake repair."""

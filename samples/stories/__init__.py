"""One file is one story."""

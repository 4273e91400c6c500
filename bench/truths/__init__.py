"""One module, one collection of papers with their truth."""

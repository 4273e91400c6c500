"""One file is how one kind of document is drawn; its templates stand beside it."""

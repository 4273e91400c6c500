"""One file is one document kind: what tells it, what it holds, how it checks itself."""

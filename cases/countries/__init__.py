"""One file is one country."""

"""Layouts that are kept out of all tuning. One module, one kind, one `KIT`."""

"""Layouts that whoever improves the reading may look at. One module, one kind, one `KIT`."""

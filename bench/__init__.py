"""Accuracy, speed and load: prints tables and writes JSON; never part of the timed tests."""

"""The ways in: the command line now, the web later."""

"""What the commands do. `portal/cli.py` declares them; each is loaded only when it is called."""

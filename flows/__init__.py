"""The shell: what runs the pure cores, on Prefect."""

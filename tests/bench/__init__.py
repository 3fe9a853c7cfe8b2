"""Quality and speed of the extraction beside other tools, and the time a build takes. Run with ``make bench``."""

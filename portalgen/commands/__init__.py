"""One verb for each file; the only place that reads the clock and the environment."""

"""Measure sayso against annotated data: `python -m bench NAME --data DIR [--json]`. Runs on the run-time
dependencies alone."""

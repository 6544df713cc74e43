"""One command a file: parse, call the Python API, show."""

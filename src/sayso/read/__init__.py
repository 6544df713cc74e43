"""Bytes to items as received: text, tables, HTML, folders, standard input and, when asked for, URLs."""

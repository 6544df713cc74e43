"""Bytes to items as received: text, tables, HTML, feeds, folders, standard input and URLs asked for."""

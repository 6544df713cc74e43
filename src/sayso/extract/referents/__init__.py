"""Whom a name, a noun or a pronoun means within one report."""

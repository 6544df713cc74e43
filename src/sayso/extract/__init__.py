"""What one report says: mentions, times, quantities, attributions, links.

Sees the spaCy Doc, hands on values.
"""

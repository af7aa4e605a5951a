"""Editions compared: what changed between two of them."""

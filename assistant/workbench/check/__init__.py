"""Checks content as a whole: every path is walked, every rule reached, every clause used."""

"""Beginnings: the files of a new policy or topic, and the schemas for editors."""

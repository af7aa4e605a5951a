"""The JSON API: its routes and its records."""

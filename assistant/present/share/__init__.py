"""An answer carried elsewhere: as text, as Markdown, as entries of a calendar."""

"""
A source document and the outline of its clauses.

`reading` turns a file into blocks, `units` groups blocks into what may be a clause, `finding` and `aligning` find the
outline's clauses in a document, `outlining` writes the outline of a new edition, `comparing` says what it changes.
The text of a document stays in its file: an outline holds prints of the wording only.
"""

"""
A source document and the outline of its clauses.

`reader` turns a file into blocks, which `blocks` groups into what may be a clause, `wording` and `alignment` find the
outline's clauses in a document, `outline` writes the outline of a new edition, `comparison` says what it changes.
The text of a document stays in its file: an outline holds prints of the wording only.
"""

"""
The words in which a policy's rules are written. Each stands in one module, which says everything about it: its fields,
what it reads, how it is worked out, how it explains itself, where its edges are. Words of one shape stand in one module
together with it. A module that is put into one of these folders is known; nothing else changes.
"""

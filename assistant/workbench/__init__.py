"""What serves authors: checks, catalogues, sources, editions, scaffolding, preview, evaluation."""

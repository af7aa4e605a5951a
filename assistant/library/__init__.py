"""The compiled form of content, texts and search index."""

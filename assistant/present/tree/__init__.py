"""The rules of a topic as a tree: branches, a flowchart, a picture."""

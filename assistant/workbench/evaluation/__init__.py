"""How well questions are matched, measured."""

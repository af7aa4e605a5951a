"""Pages inside other pages: who may frame them, in which colours, and the code to put there."""

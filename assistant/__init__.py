"""Turns policy documents into summaries and into exact answers: is it free, when is it due, am I covered?"""

__version__ = "0.1.0"

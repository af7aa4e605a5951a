"""From a question in someone's own words to topics, an aspect, and the facts that it states."""

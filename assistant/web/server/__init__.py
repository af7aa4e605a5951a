"""The server itself: connections and their limits, stopping without losing anybody, several processes, metrics."""

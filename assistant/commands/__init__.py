"""What the command line does behind its commands."""

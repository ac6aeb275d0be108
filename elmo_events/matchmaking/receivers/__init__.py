"""What do we do when a lower feature says something happened? One file for each feature that says it."""

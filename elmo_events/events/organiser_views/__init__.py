"""The organiser's pages about events."""

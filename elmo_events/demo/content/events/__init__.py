"""One module for each event of the demo."""

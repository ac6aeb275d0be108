"""Who comes? Reads of the attendee list, plain rows for speed: a list may hold 100,000."""

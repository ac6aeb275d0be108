"""Reads of events: what visitors see, and what organisers see."""

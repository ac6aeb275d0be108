"""Whole stories, against the product's real processes and in a real browser."""

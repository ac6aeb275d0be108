"""The organiser's pages about who comes."""

"""Invented profiles in three languages: what RDI actors of the seven regions offer and look for."""

"""How well two profiles match: a pure library, no database, no web, no clock."""

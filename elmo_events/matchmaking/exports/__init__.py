"""Lists of an event's meetings as files."""

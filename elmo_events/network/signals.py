"""What happened to organisations that higher features need to hear; inside the same transaction."""

from blinker import signal

organisations_merged = signal("organisations merged")  # sender: the one kept; keyword `merged`: it still stands

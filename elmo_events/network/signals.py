"""What happened to organisations that higher features need to hear; inside the same transaction."""

from blinker import signal

organisations_merged = signal("organisations merged")  # sender: the one kept; keyword `merged`: it still stands
organisation_renamed = signal("organisation renamed")  # it is known by more names than before, or by fewer

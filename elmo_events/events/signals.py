"""What happened to an event that higher features need to hear. Sent inside the transaction, with the event as sender."""

from blinker import signal

event_cancelled = signal("event cancelled")
event_moved = signal("event moved")  # its time, place or joining link changed after publication
places_raised = signal("places raised")  # an admission or extra has more places than before
event_copied = signal("event copied")  # keyword: original

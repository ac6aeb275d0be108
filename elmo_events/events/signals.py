"""What happened to an event that higher features need to hear. Sent inside the transaction, with the event as sender."""

from blinker import signal

event_cancelled = signal("event cancelled")
event_hidden = signal("event hidden")  # a draft again; a receiver refuses when somebody has registered
# After publication; keywords `what` ("time", "place", "joining_link") and `parts`: the ids of those with another time.
event_moved = signal("event moved")
places_raised = signal("places raised")  # an admission or extra has more places than before
event_copied = signal("event copied")  # keyword: original

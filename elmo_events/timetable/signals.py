"""What happened to the time and room for meetings that a higher feature needs to hear. Sent inside the transaction, with the
event as sender.
"""

from blinker import signal

# Slots or tables are about to be deleted. Keywords: `slot_ids`, `table_ids`. A receiver frees what stands there only in a
# draft, and refuses when people have been told of it.
places_going = signal("slots or tables going")

"""What happened to meetings that a higher file needs to hear. Sent inside the transaction, with the meeting as sender."""

from blinker import signal

# A meeting was taken off the timetable. Keywords: `by`, the participation that cancelled (None: the organiser or the
# product); `slot_id` and `table_id`, where people had been told that it is (None: nowhere yet).
meeting_cancelled = signal("meeting cancelled")

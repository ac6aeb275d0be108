"""What happened to a profile that meetings may need to hear of. The sender is the profile."""

from blinker import signal

profile_changed = signal("profile changed")  # details, offers, needs or the block list; inside the same transaction
profile_erased = signal("profile erased")  # it still stands: whatever hangs on it must be undone now

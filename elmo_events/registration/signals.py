"""What happened to a registration that higher features need to hear. Sent inside the transaction, with it as sender."""

from blinker import signal

registration_changed = signal("registration changed")  # it changed, ended or was forgotten: look at its state

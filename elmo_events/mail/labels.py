"""What the states of an e-mail are called."""

from flask_babel import lazy_gettext as _l

from elmo_events.mail.rules import MessageState

STATE_LABELS = {
    MessageState.WAITING: _l("Waiting to be sent"),
    MessageState.SENDING: _l("Being sent"),
    MessageState.SENT: _l("Sent"),
    MessageState.FAILED: _l("Could not be sent"),
    MessageState.OBSOLETE: _l("Not sent: no longer relevant"),
}

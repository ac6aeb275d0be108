"""What can be done with accounts, and the audit log that notes what was done."""

from elmo_events.accounts.actions.accounts import (
    ask_for_password,
    change_own_account,
    close,
    forget,
    invite,
    invite_again,
    make_administrator,
    open_account,
    reopen,
    sign_out_everywhere,
    take_administration,
)
from elmo_events.accounts.actions.audit import (
    record,
)
from elmo_events.accounts.actions.links import (
    address_of_sign_in_link,
    enter,
    send_sign_in_link,
    use_sign_in_link,
)
from elmo_events.accounts.actions.passwords import (
    account_of_password_link,
    account_that_signs_in,
    ask_for_new_password,
    change_password,
    note_sign_in,
    set_password_by_link,
)

__all__ = [
    "account_of_password_link",
    "account_that_signs_in",
    "address_of_sign_in_link",
    "ask_for_new_password",
    "ask_for_password",
    "change_own_account",
    "change_password",
    "close",
    "enter",
    "forget",
    "invite",
    "invite_again",
    "make_administrator",
    "note_sign_in",
    "open_account",
    "record",
    "reopen",
    "send_sign_in_link",
    "set_password_by_link",
    "sign_out_everywhere",
    "take_administration",
    "use_sign_in_link",
]

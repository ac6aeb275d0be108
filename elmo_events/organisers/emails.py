"""An e-mail to somebody who has become a member of an organiser and has an account already."""

from flask_babel import gettext as _

from elmo_events.accounts.queries import account as account_with
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import external_url
from elmo_events.mail.actions import write
from elmo_events.mail.letters import Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.organisers import queries
from elmo_events.organisers.models import Membership

MEMBERSHIP = "organisers.membership"


def membership(made: Membership) -> None:
    write(
        MEMBERSHIP,
        to_name=made.account.name,
        to_address=made.account.email,
        language=made.account.language,
        about=("organiser", made.organiser_id),
        account_id=made.account_id,
    )


@letter(MEMBERSHIP)
def compose_membership(message: Message) -> Letter | None:
    organiser = queries.organiser(message.about_id)
    account = account_with(int(message.parameters["account_id"]))
    if organiser is None or account is None or organiser.id not in queries.roles_of(account):
        return None
    name = organiser.name_in(current_language())
    subject = _("You now work for %(organiser)s at ELMO Events", organiser=name)
    url = external_url("organisers.start", language=current_language())
    text, html = render("organisers/emails/membership", subject, account=account, organiser_name=name, url=url)
    return Letter(subject, text, html, reply_to=organiser.email or None)

"""For any WSGI server: `gunicorn wsgi:app`, `granian --interface wsgi wsgi:app`."""

from elmo_events import create_app

app = create_app()

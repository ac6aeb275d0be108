"""The garbage collector finds a row just when SQLAlchemy writes to its state: see elmo_events/foundation/dead_rows.py."""

import subprocess
import sys

# In a process of its own: without the guard Python 3.11 dies of it, soon or at once.
PROGRAM = """
import gc
from sqlalchemy import inspect
from sqlalchemy.orm import Mapped, mapped_column
from elmo_events.foundation.database import Base, db

class Row(Base):
    __tablename__ = "row"
    id: Mapped[int] = mapped_column(primary_key=True)

def state_of_a_dead_row():
    row = Row()
    row.__dict__["itself"] = row  # only the collector ends it
    return inspect(row)

gc.disable()
states = [state_of_a_dead_row() for _ in range(100)]  # with each, Python leaves less room for attributes in the next
gc.collect()
taken = []
for turn in range(200):
    state = state_of_a_dead_row()
    taken.extend({} for _ in range(100))  # a dict that is used again would not begin a collection
    gc.set_threshold(1)
    gc.enable()
    state.session_id = state._strong_obj = None  # as a session does that lets go of its rows
    gc.disable()
    for number in range(30):
        setattr(state, f"more_{number}", object())
    states.append(state)
print("alive")
"""


def test_python_survives_a_row_that_goes_while_its_state_is_written_to() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr

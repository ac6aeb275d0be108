"""Kill web server and worker at random while people sign up; then count.

Everybody who saw “You are in” must be in the database with one confirmation sent, or more of the same only where a kill
fell between sending it and noting that. Then people accept a request and consent to a moved meeting: of what these clicks
change, all must be there or nothing, wherever the kill fell.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.crash import aftermath
from tests.crash.halfway import Halfway
from tests.crash.killer import Killer
from tests.crash.load import Load
from tests.crash.stage import staged
from tests.crash.stories import STORIES
from tests.servers import smtp, web


def main() -> int:
    options = asked()
    dice = random.Random(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="elmo-crash-"))
    print(f"{options.kills} kills, seed {options.seed}, in {folder}")
    with smtp.running() as mailroom:
        settings = staged(folder, mailroom)
        with web.running(settings) as product:
            with Load(product.address) as load:
                killer = Killer(product, load, dice)
                for number in range(1, options.kills + 1):
                    victim = killer.strike()
                    show(f"{number:3} kills, {len(load.seen_in)} saw “You are in”, last victim: {victim}")
                load.wait_for_more(1, 90)
            show(f"{options.kills} kills, {len(load.seen_in)} saw “You are in”, {load.errors} saw an error\n")
            aftermath.let_leases_end(settings)
            aftermath.send_what_is_due(settings)
        found = aftermath.read(settings, load, mailroom, killer)
    for name in STORIES:
        story = Halfway(folder, name, dice)
        story.play(options.kills)
        found.summary.append(f"killed {story.kills} times in the middle of {name}")
        found.broken += story.broken
    for line in found.summary:
        print(line)
    for line in found.broken:
        print(f"BROKEN: {line}", file=sys.stderr)
    return 1 if found.broken else 0


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    return parser.parse_args()


def show(line: str) -> None:
    """On a terminal in place, elsewhere only whole lines."""
    if sys.stdout.isatty():
        print(f"\r\033[K{line}", end="", flush=True)
    elif line.endswith("\n"):
        print(line, end="", flush=True)


if __name__ == "__main__":
    sys.exit(main())

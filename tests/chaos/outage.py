"""Takes the database away from a worker while digests fall due, and gives it back.

python -m tests.chaos.outage --postgres postgresql://... --seconds 60
"""

import argparse
import socket
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock, Thread

import sqlalchemy as sa

from bot.playground.standing import standing
from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.chaos import kill
from tests.chaos.kill import Fleet, Outcome

BEFORE, AFTER = 4.0, 4.0


class Cable:
    """A way to a server on loopback that can be cut and mended."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._lock = Lock()
        self._whole = True
        self._ends: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Drop what is connected, and let nobody through."""
        with self._lock:
            self._whole = False
            for end in self._ends:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self._ends.clear()

    def mend(self) -> None:
        """Let everybody through again."""
        with self._lock:
            self._whole = True

    def close(self) -> None:
        """Take it away."""
        self.cut()
        # An accept that waits is woken by no close.
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            with self._lock:
                if not self._whole:
                    near.close()
                    continue
                far = socket.create_connection(self._server)
                self._ends += [near, far]
            for source, sink in ((near, far), (far, near)):
                Thread(target=_carry, args=(source, sink), daemon=True).start()


def _carry(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)
    source.close()


def run(address: str, seconds: float, folder: Path) -> Outcome:
    """Cut the way to the database for so long, and tell what became of every slot."""
    engine = opened(address)
    migrate(engine)
    kill.subscribe(engine)
    url = sa.make_url(address)
    began = time.monotonic()
    with (
        closing(Cable(url.host or "127.0.0.1", url.port or 5432)) as cable,
        kill.slow(),
        standing(kill.town(), kill.seeing()) as stand_in,
    ):
        through = url.set(host="127.0.0.1", port=cable.port)
        address = through.render_as_string(hide_password=False)
        fleet = Fleet(kill.environ(stand_in, address), folder)
        fleet.start()
        try:
            slots = kill.storm(engine, BEFORE)
            cable.cut()
            slots += kill.storm(engine, seconds)
            cable.mend()
            slots += kill.storm(engine, AFTER)
            kill.wait(lambda: kill.all_ended(engine, slots))
            assert fleet.all_alive(), "a worker has ended"
        finally:
            fleet.end()
        outcome = kill.counted(engine, stand_in, slots, 0, time.monotonic() - began)
    engine.dispose()
    return outcome


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--postgres", required=True, help="a database that may be emptied")
    told.add_argument("--seconds", type=float, default=60)
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(given.postgres, given.seconds, Path(folder))
        print(f"database away for {given.seconds:g} s:", outcome, outcome.verdict)
        if not outcome.right:
            print((Path(folder) / "log").read_text()[-3000:])
    raise SystemExit(not outcome.right)


if __name__ == "__main__":
    main()

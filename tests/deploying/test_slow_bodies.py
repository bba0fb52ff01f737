"""nginx with the file of deploy/, before a server that tells what reaches it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_connection
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.support.deployed import ROOT, free_port, until_ok

MANY = 50
NGINX = shutil.which("nginx")
SLOW = b"POST /slow HTTP/1.1\r\nhost: bot\r\ncontent-length: 5000\r\n\r\n{"
KEPT = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def configuration(folder: Path, port: int, bot: int) -> str:
    """The file as it is, without TLS and what leads to it, and on these ports."""
    site = (ROOT / "deploy" / "nginx.conf").read_text("utf-8").partition("server {\n    listen 80;")
    here = site[0].replace("127.0.0.1:3000", f"127.0.0.1:{bot}")
    here = here.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    here = re.sub(r"\n *(listen \[|ssl_)[^\n]*", "", here)
    paths = " ".join(f"{each}_temp_path {folder}/{each};" for each in KEPT)
    return (
        f"daemon off; pid {folder}/pid; error_log {folder}/log; events {{}}"
        f" http {{ access_log off; {paths} {here} }}"
    )


@contextmanager
def counting(reached: list[str]) -> Iterator[int]:
    """Where everything is answered, and what arrives is told."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reached.append(self.path)
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is said of it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.skipif(NGINX is None, reason="there is no nginx")
def test_behind_nginx_a_slow_body_does_not_reach_the_bot(tmp_path: Path) -> None:
    reached: list[str] = []
    port, written = free_port(), tmp_path / "nginx.conf"
    with counting(reached) as bot, ExitStack() as opened:
        written.write_text(configuration(tmp_path, port, bot), "utf-8")
        nginx = subprocess.Popen([str(NGINX), "-e", "stderr", "-c", str(written)])
        opened.callback(nginx.wait, 30)
        opened.callback(nginx.terminate)
        until_ok(f"http://127.0.0.1:{port}/first")
        for _ in range(MANY):
            opened.enter_context(create_connection(("127.0.0.1", port))).sendall(SLOW)
        with urlopen(f"http://127.0.0.1:{port}/last", b"whole", 10) as answer:
            assert answer.status == 200
        assert reached == ["/first", "/last"]

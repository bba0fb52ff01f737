"""The command line as people and programs use it: in a process of its own, from another folder."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os import openpty
from pathlib import Path
from socket import create_connection, socket
from threading import Thread, Timer
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.listeners.posting import THREADS
from bot.playground.faults import HANGING
from bot.playground.standing import standing
from bot.web.serving import GRACE
from tests.support.commands import BARE, ROOT, SMALL
from tests.support.slack import FORM, JSON
from tests.support.web_api import INSTALLED, TOKEN, TOWN, WebApi

BASE = {**BARE, **SMALL, "PYTHONIOENCODING": "ascii"}
REAL = {"KNOWLEDGE_DIR": ""}
BOT = {"SLACK_BOT_TOKEN": "xoxb-1"}
HTTP = {**BOT, "SLACK_SIGNING_SECRET": "5ec2e7", "DRAIN_SECONDS": "0"}
PATIENCE = 60
SOCKET = {**BOT, "SLACK_APP_TOKEN": "xapp-1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


class Done:
    """What a command said before it ended."""

    def __init__(self, done: "subprocess.CompletedProcess[bytes]") -> None:
        self.code = done.returncode
        self.said = done.stdout.decode()
        self.complained = done.stderr.decode()
        assert "Traceback" not in self.complained, self.complained


def alliance(
    folder: Path, *arguments: str, stdin: bytes = b"", environ: Mapping[str, str] = BASE
) -> Done:
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(
        command, input=stdin, capture_output=True, cwd=folder, env={**BASE, **environ}, timeout=60
    )
    return Done(done)


def test_ask_prints_one_json_object(folder: Path) -> None:
    done = alliance(folder, "ask", "--json", "climate", "change", environ=REAL)
    answer = json.loads(done.said)
    assert (done.code, done.complained) == (0, "")
    assert list(answer) == ["query", "outcome", "answers"]
    assert (answer["query"], answer["outcome"]) == ("climate change", "found")
    assert 1 <= len(answer["answers"]) <= 5
    first = answer["answers"][0]
    assert list(first) == [
        *("theme", "title", "section", "paragraph", "quote", "link", "score", "matched")
    ]
    assert "climate" in first["quote"].lower()
    assert "#:~:text=" in first["link"]


def test_ask_reads_queries_from_standard_input_one_a_line(folder: Path) -> None:
    queries = ["climate", "", "기후 변화", "help", "chocolate cake recipe", "a\rb", "“washington”"]
    stdin = "\n".join(queries).encode() + b"\n\xff\xfe\n"
    answers = [
        json.loads(line)
        for line in alliance(folder, "ask", "--json", stdin=stdin, environ=REAL).said.splitlines()
    ]
    assert [answer["query"] for answer in answers] == [*queries, "\ufffd\ufffd"]
    assert [answer["outcome"] for answer in answers][:5] == [
        *("found", "contents", "found", "help", "not_found")
    ]
    assert answers[4]["answers"] == []


def test_ask_with_a_blank_word_shows_the_contents(folder: Path) -> None:
    assert json.loads(alliance(folder, "ask", "--json", "").said)["outcome"] == "contents"


def test_ask_prints_the_answer_for_a_person(folder: Path) -> None:
    record = json.loads(alliance(folder, "ask", "--json", "churchill").said)["answers"][0]
    said = re.sub(r"[\s│]+", " ", alliance(folder, "ask", "churchill").said)
    assert record["quote"] in said
    assert record["title"] in said


def test_ask_needs_no_settings_for_slack_and_loads_nothing_of_slacks(folder: Path) -> None:
    assert alliance(folder, "ask", "--json", "churchill", environ=BOT).code == 0
    line = "import sys; sys.argv[1:] = ['ask', '--json', 'churchill']\nfrom bot.cli import main\n"
    line += "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", line], cwd=folder, env=BASE, capture_output=True, text=True
    )
    assert not [name for name in done.stderr.split() if name.startswith(("slack_", "granian"))]


def test_a_reader_who_leaves_early_is_no_error(folder: Path) -> None:
    asking = f"{sys.executable} -m bot ask --json | head -n 1"
    stdin = "churchill\n" * 2000
    done = subprocess.run(
        asking, shell=True, input=stdin, capture_output=True, cwd=folder, env=BASE, text=True
    )
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_check_prints_the_proof(folder: Path) -> None:
    done = alliance(folder, "check", environ=REAL)
    assert (done.code, done.complained) == (0, "")
    assert re.search(r"83 of 83", done.said)
    assert re.search(r"20 of 20", done.said)


@pytest.fixture
def broken(folder: Path) -> Path:
    shutil.copytree(SMALL["KNOWLEDGE_DIR"], folder / "knowledge")
    source = folder / "knowledge" / "atlantic-charter-1941" / "source.txt"
    source.write_text(source.read_text("utf-8").replace("seas", "lakes"), "utf-8")
    return folder / "knowledge"


@pytest.mark.parametrize("inside", ["", "atlantic-charter-1941"])
def test_check_prints_every_fault_of_a_broken_digest(broken: Path, inside: str) -> None:
    done = alliance(broken.parent, "check", str(broken / inside))
    faults = done.said.splitlines()
    assert done.code == 1
    assert len(faults) > 2
    assert all("atlantic-charter-1941/" in fault for fault in faults[:-1])
    assert faults[-1] == f"{len(faults) - 1} faults; while there is one, the bot does not start."


@pytest.mark.parametrize("command", ["ask", "run", "serve"])
def test_a_bot_with_a_broken_digest_does_not_start(broken: Path, command: str) -> None:
    environ = {"KNOWLEDGE_DIR": str(broken), **(HTTP if command == "serve" else {})}
    done = alliance(broken.parent, command, environ=environ)
    assert done.code == 2
    assert done.complained == alliance(broken.parent, "check", str(broken)).said


def test_the_manifest_is_printed_as_it_stands(folder: Path) -> None:
    assert alliance(folder, "manifest").said == (ROOT / "manifest.yaml").read_text("utf-8")


def test_a_manifest_needs_an_https_address(folder: Path) -> None:
    done = alliance(folder, "manifest", "--url", "ftp://example.com")
    assert done.code == 2
    assert done.complained == ("--url must be the bot's public address and begin with https://.\n")


def test_partial_settings_are_one_list_of_faults(folder: Path) -> None:
    done = alliance(folder, "run", environ={"SLACK_APP_TOKEN": "xoxb-secret", "PORT": "eighty"})
    assert done.code == 2
    assert [line.split()[0] for line in done.complained.splitlines()] == [
        *("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "PORT")
    ]
    assert "secret" not in done.complained


@pytest.mark.parametrize(
    ("command", "needed"), [("serve", "SLACK_SIGNING_SECRET"), ("socket", "SLACK_APP_TOKEN")]
)
def test_a_forced_way_in_names_what_it_lacks(folder: Path, command: str, needed: str) -> None:
    done = alliance(folder, command)
    assert done.code == 2
    assert [line.split()[0] for line in done.complained.splitlines()] == ["SLACK_BOT_TOKEN", needed]


def test_a_dot_env_is_read_under_the_environment(folder: Path) -> None:
    (folder / ".env").write_text("SLACK_BOT_TOKEN=xoxb-1\nPORT=eighty\n", "utf-8")
    done = alliance(folder, "run", environ={"PORT": "ninety"})
    assert "SLACK_SIGNING_SECRET is not set" in done.complained
    assert done.complained.count("PORT") == 1


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (b"\n\nPORT 80\n", ".env:3: this line cannot be read: write NAME=value."),
        (b"PORT=80\n='80'\n", ".env:2: this line cannot be read: write NAME=value."),
        (b"PORT=80\nHOST='::1\n", ".env:2: this line cannot be read: write NAME=value."),
        (b"PORT=80\nHOST=a\0b\n", ".env:2: this line cannot be read: write NAME=value."),
        (b"PORT=80\nHOST=\xff\n", ".env:2: this line is not UTF-8: save the file as UTF-8."),
        (b"PORT=\x80\n", ".env:1: this line is not UTF-8: save the file as UTF-8."),
    ],
)
def test_an_unreadable_line_of_a_dot_env_is_told(
    folder: Path, written: bytes, complaint: str
) -> None:
    (folder / ".env").write_bytes(written)
    done = alliance(folder, "ask", "climate")
    assert (done.code, done.complained) == (2, f"{complaint}\n")


def test_ask_on_a_terminal_says_what_it_waits_for(folder: Path) -> None:
    ours, theirs = openpty()
    os.write(ours, b"churchill\n\x04")
    command = [sys.executable, "-m", "bot", "ask", "--json"]
    done = subprocess.run(command, stdin=theirs, capture_output=True, cwd=folder, env=BASE)
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"One query a line; Ctrl-D ends.\n")
    assert json.loads(done.stdout)["query"] == "churchill"


def test_the_terminal_answers_and_its_buttons_can_be_pressed(folder: Path) -> None:
    lines = "/alliance\tclimate\n\n2023\n1\n/weather\n기후 변화\nquit\nnot read"
    done = alliance(folder, "play", "--terminal", stdin=lines.encode(), environ=REAL)
    asked, blank, year, first, other, korean, _ = done.said.split("\n> ")[1:]
    assert (done.code, done.complained) == (0, "")
    assert "climate" in asked.lower() and "[1]" in asked
    assert blank == ""
    assert year.startswith("2023\n") and len(year.splitlines()) > 1
    assert first.startswith("1\n") and len(first.splitlines()) > 1
    assert "The only command here is /alliance." in other
    assert "climate" in korean.lower()
    assert "not read" not in done.said


def test_the_terminals_contents_can_be_picked_from(folder: Path) -> None:
    done = alliance(
        folder, "run", stdin=b"/alliance\n1\n", environ={**REAL, "HTTP_PROXY": "http://[::1]:1"}
    )
    contents, picked = done.said.split("\n> ")[1:]
    assert "[30]" in contents
    assert "The bot has not answered." not in picked
    assert len(picked) > 200


@contextmanager
def playground(folder: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The playground's address and process; no standard input, as under a supervisor."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**BASE, "HTTP_PROXY": "http://[::1]:1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    with process:
        said = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found, said + process.stdout.read()
        yield found[0], process
        process.kill()


def played(address: str, deed: str, **given: object) -> dict[str, object]:
    headers = {"X-Playground": "1", "content-type": "application/json"}
    request = urllib.request.Request(f"{address}/play/{deed}", json.dumps(given).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        done: dict[str, object] = json.loads(answer.read())
    return done


def first_answer(address: str, channel: str) -> dict[str, str]:
    """The first message of the bot's; the page's own bell tells when to look."""
    looking = f"{address}/play/messages?channel={channel}"
    with urllib.request.urlopen(f"{address}/play/events", timeout=20) as bell:
        for _ in bell:
            with urllib.request.urlopen(looking) as shown:
                messages: list[dict[str, str]] = json.loads(shown.read())["messages"]
            for message in messages:
                if message["user"] == "U0ALLIANCE":
                    return message
    raise AssertionError("the bot does not answer")


@pytest.mark.parametrize("arguments", [("run",), ("play", "--no-browser")])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_playground_answers_and_ends_at_once(
    folder: Path, arguments: tuple[str, ...], number: signal.Signals
) -> None:
    with playground(folder, *arguments) as (address, process):
        said = played(address, "say", channel="C0GENERAL", text="/alliance churchill")
        assert said == {"ok": True}
        assert "Churchill" in first_answer(address, "C0GENERAL")["text"]
        with urllib.request.urlopen(f"{address}/play/events"):
            process.send_signal(number)
            rest, _ = process.communicate(timeout=5)
    assert (process.returncode, rest) == (0, "")


def test_a_playground_ends_while_the_bot_waits_for_slack(folder: Path) -> None:
    with playground(folder, "play", "--no-browser") as (address, process):
        played(address, "faults", method="chat.postMessage", kind="slow", times=1)
        played(address, "say", channel="C0GENERAL", text="@alliance churchill")
        with urllib.request.urlopen(f"{address}/play/events", timeout=20) as bell:
            for _ in bell:
                with urllib.request.urlopen(f"{address}/play/requests") as shown:
                    if "fault: slow" in shown.read().decode():
                        break
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=5)
    assert (process.returncode, rest) == (0, "")


def test_a_playground_on_a_port_that_is_taken_is_told(folder: Path) -> None:
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = alliance(folder, "play", "--no-browser", "--port", str(port))
    assert done.code == 2
    assert done.complained == (
        f"Port {port} is taken: stop what listens there, or choose another with --port.\n"
    )


@pytest.mark.parametrize("real", [BOT, HTTP, SOCKET])
def test_a_playground_does_not_start_beside_real_credentials(
    folder: Path, real: dict[str, str]
) -> None:
    done = alliance(folder, "play", "--no-browser", environ=real)
    assert done.code == 2
    assert "The playground makes up its own credentials" in done.complained


@contextmanager
def web_api(answer: bytes) -> Iterator[str]:
    """A Web API that gives every call that answer."""

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api/"
        server.shutdown()


@pytest.mark.parametrize(("command", "tokens"), [("serve", HTTP), ("socket", SOCKET)])
def test_a_token_that_slack_refuses_is_told(
    folder: Path, command: str, tokens: dict[str, str]
) -> None:
    with web_api(b'{"ok": false, "error": "invalid_auth"}') as address:
        done = alliance(folder, command, environ={**tokens, "SLACK_API_URL": address})
    assert done.code == 2
    assert done.complained.startswith("SLACK_BOT_TOKEN: Slack refuses it (invalid_auth)")


def free_port() -> int:
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def started(
    folder: Path, command: str, environ: Mapping[str, str], ready: str
) -> Iterator["subprocess.Popen[str]"]:
    """The bot, from the log line that says it is ready until SIGTERM, which must end it well."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", command],
        cwd=folder,
        env={**BASE, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    seen: list[str] = []
    # Whatever it waits for, the test ends.
    alarm = Timer(PATIENCE, os.killpg, (process.pid, signal.SIGKILL))
    alarm.start()
    try:
        for line in process.stdout:
            seen.append(line)
            if json.loads(line)["message"] == ready:
                break
        yield process
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate()
        seen.append(rest)
        assert process.returncode == 0
        assert "Traceback" not in rest
    except BaseException:
        # Only a test that fails comes here; what the bot said is the reason.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        print(*seen, *process.stdout, sep="")
        process.wait()
        raise
    finally:
        alarm.cancel()
        process.stdout.close()


def test_serve_answers_over_http_while_the_web_api_is_down(folder: Path) -> None:
    port = free_port()
    environ = {**HTTP, "PORT": str(port), "SLACK_API_URL": f"http://127.0.0.1:{free_port()}/"}
    with started(folder, "serve", environ, "Started worker-1"):
        address = f"http://127.0.0.1:{port}"
        until_listening(port)
        with urllib.request.urlopen(address) as root:
            assert root.status == 200
        with urllib.request.urlopen(
            signed_command(f"{address}/slack/events", "churchill")
        ) as reply:
            message = json.loads(reply.read())
    assert message["response_type"] == "ephemeral"
    assert "Churchill" in message["text"]


def test_serve_stops_though_it_has_only_just_started(folder: Path) -> None:
    environ = {
        **HTTP,
        "PORT": str(free_port()),
        "SLACK_API_URL": f"http://127.0.0.1:{free_port()}/",
    }
    with started(folder, "serve", environ, "Started worker-1"):
        pass


def test_serve_that_stops_lets_posts_end_and_tells_how_many_it_drops(folder: Path) -> None:
    port = free_port()
    with ExitStack() as slack:
        api = WebApi(slack.enter_context(standing(TOWN, INSTALLED)))
        environ = {**HTTP, "SLACK_BOT_TOKEN": TOKEN, "PORT": str(port)}
        environ["SLACK_API_URL"] = api.stand_in.api_url
        with started(folder, "serve", environ, "Started worker-1") as process:
            assert process.stdout is not None
            until_listening(port)
            api.fail(*[HANGING] * THREADS)
            for number in range(THREADS + 2):
                request = signed_mention(f"http://127.0.0.1:{port}/slack/events", number)
                urllib.request.urlopen(request).close()
            while len(api.calls) < THREADS + len(["auth.test"]):
                pass
            process.send_signal(signal.SIGTERM)
            told = time.monotonic()
            lines = map(json.loads, process.stdout)
            dropped = next(line for line in lines if line["message"].startswith("dropped"))
            slack.close()
            ended = list(lines)
    assert (dropped["message"], dropped["answers"]) == ("dropped: the bot is stopping", 2)
    assert [line["error"] for line in ended if "error" in line] == ["RemoteDisconnected"] * THREADS
    # Granian would kill it then. That it says so is no proof: it may not see at once who has ended.
    assert time.monotonic() - told < GRACE


def until_listening(port: int) -> None:
    """Granian says that it has started a moment before it listens."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with suppress(ConnectionRefusedError):
            create_connection(("127.0.0.1", port)).close()
            return
    pytest.fail(f"nothing listens on {port}")


def signed_command(address: str, text: str) -> urllib.request.Request:
    form = {"command": "/alliance", "text": text, "team_id": "T1", "user_id": "U2"}
    return signed(address, urlencode({**form, "channel_id": "C1"}).encode(), FORM)


def signed_mention(address: str, number: int) -> urllib.request.Request:
    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": "처칠"}
    envelope = {"type": "event_callback", "event_id": f"Ev{number}", "event": event}
    return signed(address, json.dumps(envelope).encode(), JSON)


def signed(address: str, body: bytes, kind: str) -> urllib.request.Request:
    stamp = str(int(time.time()))
    verifier = SignatureVerifier(HTTP["SLACK_SIGNING_SECRET"])
    signature = verifier.generate_signature(timestamp=stamp, body=body) or ""
    headers = {
        "content-type": kind,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature,
    }
    return urllib.request.Request(address, body, headers)


def test_socket_mode_tries_on_while_slack_is_away(folder: Path) -> None:
    environ = {**SOCKET, "SLACK_API_URL": f"http://127.0.0.1:{free_port()}/"}
    with started(folder, "socket", environ, "could not connect, trying again"):
        pass


def test_serve_on_a_port_that_is_taken_is_told(folder: Path) -> None:
    with socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        environ = {**HTTP, "PORT": str(port), "SLACK_API_URL": f"http://127.0.0.1:{free_port()}/"}
        done = alliance(folder, "serve", environ=environ)
    assert done.code == 2
    assert done.complained == f"PORT {port} is taken: stop what listens there, or set another.\n"


DECLARED = """\
digests:
  - {channel: C1, days: weekdays, at: "09:00", zone: Asia/Seoul, show: section 1}
"""
EXPORTED = """\
# Every channel's digest, as `alliance digests export` found them.
digests:

  # declared in digests.yaml
  - channel: C1
    team: T1
    days: weekdays
    at: "09:00"
    zone: Asia/Seoul
    show: section 1
    language: en
    holidays: []
"""


def test_a_file_of_digests_is_proved(folder: Path) -> None:
    (folder / "digests.yaml").write_text(DECLARED, "utf-8")
    (folder / "none.yaml").write_text("digests: []", "utf-8")
    done = alliance(folder, "digests", "check")
    assert (done.code, done.said) == (0, "digests.yaml: 1 digest, and no fault.\n")
    done = alliance(folder, "digests", "check", "none.yaml")
    assert (done.code, done.said) == (0, "none.yaml: 0 digests, and no fault.\n")


def test_a_file_of_digests_that_is_not_there_is_told(folder: Path) -> None:
    done = alliance(folder, "digests", "check", environ={"DIGEST_FILE": "own.yaml"})
    assert (done.code, done.said.splitlines()) == (
        1,
        [
            f"own.yaml:1: the file is missing; {folder} must hold it",
            "1 fault; while there is one, the bot does not start.",
        ],
    )


@pytest.mark.parametrize("command", ["serve", "socket", "worker"])
def test_a_bot_with_a_broken_file_of_digests_does_not_start(folder: Path, command: str) -> None:
    broken = DECLARED.replace("Asia/Seoul", "Asia/Soul").replace("section 1", "section 9")
    (folder / "digests.yaml").write_text(broken, "utf-8")
    done = alliance(folder, command, environ={"serve": HTTP, "socket": SOCKET}.get(command, BOT))
    zone, show, after = done.complained.splitlines()
    assert done.code == 2
    assert zone == (
        "digests.yaml:2: digests[0].zone: “Asia/Soul” is no time zone: write one such as Asia/Seoul"
    )
    assert show.startswith("digests.yaml:2: digests[0].show: this must be next, shuffled, section")
    assert after == "2 faults; while there is one, the bot does not start."
    assert alliance(folder, "digests", "check").said == done.complained


@pytest.mark.parametrize(
    ("command", "ready"),
    [("serve", "Started worker-1"), ("worker", "declared digests are applied")],
)
def test_declared_digests_are_applied_at_start_and_exported(
    folder: Path, command: str, ready: str
) -> None:
    (folder / "digests.yaml").write_text(DECLARED, "utf-8")
    assert alliance(folder, "digests", "export").said.endswith("digests: []\n")
    with standing(TOWN, INSTALLED) as slack:
        environ = {**HTTP, "SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api_url}
        with started(folder, command, {**environ, "PORT": str(free_port())}, ready):
            pass
    assert alliance(folder, "digests", "export").said == EXPORTED


def test_an_export_from_a_database_that_is_away_is_told(folder: Path) -> None:
    address = f"postgresql://127.0.0.1:{free_port()}/alliance"
    done = alliance(folder, "digests", "export", environ={"DATABASE_URL": address})
    assert (done.code, done.said) == (2, "")
    assert done.complained == (
        "DATABASE_URL names a database that cannot be reached: start it, or correct the address.\n"
    )

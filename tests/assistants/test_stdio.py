"""`alliance mcp`: the command as a desktop client starts it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters

from tests.support.assisting import Mode, Told, call, talk
from tests.support.commands import BARE, SMALL, command

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a client of this test", "version": "1"},
    },
}


def search(id: int, query: str) -> dict[str, object]:
    params = {"name": "search_statement", "arguments": {"query": query}}
    return {"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params}


def lines(*messages: object) -> bytes:
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages)


@pytest.fixture
def server(tmp_path: Path) -> StdioServerParameters:
    first, *rest = command("mcp")
    # No DATABASE_URL could be reached here, and no token stands in this environment.
    environ = {**BARE, "DATABASE_URL": "postgresql://nobody@[::1]:1/nothing"}
    return StdioServerParameters(command=first, args=rest, env=environ, cwd=tmp_path)


def test_an_assistant_searches_and_reads_on(
    server: StdioServerParameters, mode: Mode, tmp_path: Path
) -> None:
    async def conversation(client: Client) -> tuple[Told, Told, Told]:
        found = await call(client, "search_statement", query="climate change")
        korean = await call(client, "search_statement", query="기후 변화")
        read = await call(client, "get_passage", id=found.structured["passages"][0]["id"])
        return found, korean, read

    found, korean, read = talk(server, conversation, mode)
    quote = found.structured["passages"][0]["quote"]
    assert "climate crisis" in quote
    assert korean.structured["passages"][0]["quote"] == quote
    assert korean.structured["passages"][0]["theme"] == "기후변화"
    assert quote in read.structured["whole_paragraph"]
    assert list(tmp_path.iterdir()) == []


def started(folder: Path, **environ: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command("mcp"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**BARE, **environ},
    )


def test_nothing_but_the_protocol_is_on_standard_output(tmp_path: Path) -> None:
    garbage = b'not json\n\xff\xfe\n[]\nnull\n{"jsonrpc": "2.0"}\n\n'
    initialized = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    spoken = lines(INITIALIZE, initialized, search(2, "secretword climate"), search(3, "기후"))
    with started(tmp_path, LOG_LEVEL="DEBUG", LOG_FORMAT="json") as process:
        assert process.stdin and process.stdout
        process.stdin.write(garbage + spoken)
        process.stdin.flush()
        greeted, *answered = (json.loads(process.stdout.readline()) for _ in range(3))
        rest, complained = process.communicate(timeout=30)
    assert (process.returncode, rest) == (0, b"")
    assert (greeted["id"], greeted["result"]["protocolVersion"]) == (1, "2025-06-18")
    outcomes = {each["id"]: each["result"]["structuredContent"]["outcome"] for each in answered}
    assert outcomes == {2: "not_found", 3: "found"}
    logged = [json.loads(line)["message"] for line in complained.splitlines()]
    assert logged.count("answered") == 2
    assert b"secretword" not in complained


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_at_once(tmp_path: Path, number: signal.Signals) -> None:
    with started(tmp_path, **SMALL) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(lines(INITIALIZE))
        process.stdin.flush()
        assert b'"protocolVersion"' in process.stdout.readline()
        process.send_signal(number)
        assert (process.wait(timeout=30), process.stderr.read()) == (0, b"")


def test_an_assistant_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    with started(tmp_path, **SMALL) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write(lines(INITIALIZE))
        process.stdin.close()
        assert (process.wait(timeout=30), process.stderr.read()) == (0, b"")


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path) -> None:
    without = "import sys; sys.modules['mcp'] = None; from bot.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "mcp"], capture_output=True, cwd=tmp_path, env=BARE
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"`alliance mcp` needs an extra that is not installed: run `make")


def test_no_other_command_loads_what_assistants_need(tmp_path: Path) -> None:
    asking = (
        "import sys; from bot.cli.commands import commands\n"
        "commands(['ask', 'churchill'], standalone_mode=False)\n"
        "extra = {'mcp', 'mcp_types', 'starlette', 'uvicorn', 'asyncio'} & set(sys.modules)\n"
        "sys.exit(', '.join(extra) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asking], capture_output=True, cwd=tmp_path, env={**BARE, **SMALL}
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("option", [("--port", "4000"), ("--host", "::1"), ("--allow-host", "a")])
def test_what_is_for_http_is_not_ignored(tmp_path: Path, option: tuple[str, str]) -> None:
    done = subprocess.run(
        command("mcp", *option), capture_output=True, cwd=tmp_path, env={**BARE, **SMALL}, input=b""
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"--port, --host and --allow-host say where HTTP listens")


def test_a_broken_digest_is_told_and_not_served(tmp_path: Path) -> None:
    (tmp_path / "us-rok-2023").mkdir()
    (tmp_path / "us-rok-2023" / "source.txt").write_text("Words.\n", "utf-8")
    done = subprocess.run(
        command("mcp"),
        capture_output=True,
        cwd=tmp_path,
        env={**BARE, "KNOWLEDGE_DIR": str(tmp_path)},
        input=b"",
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"statement.yaml" in done.stderr

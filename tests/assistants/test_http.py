"""`alliance mcp --http`: what remote assistants reach, and what is shut to everybody else."""

import asyncio
import json
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from mcp import Client

from tests.support.assisting import Mode, Told, call, talk
from tests.support.commands import BARE, SMALL, command

JSON = {"content-type": "application/json", "accept": "application/json, text/event-stream"}


def body(query: str, id: int = 1) -> bytes:
    params = {"name": "search_statement", "arguments": {"query": query}}
    call = {"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params}
    return json.dumps(call).encode()


@contextmanager
def serving(
    folder: Path,
    *arguments: str,
    number: int = signal.SIGTERM,
    environ: Mapping[str, str] = SMALL,
) -> Iterator[int]:
    """A server on a free port, from when it listens until a signal, which must end it well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    with subprocess.Popen(
        command("mcp", "--http", "--port", str(port), *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={**BARE, **environ},
    ) as process:
        assert process.stdout is not None
        try:
            first = json.loads(process.stdout.readline())
            assert (first["message"], first["port"]) == ("serving assistants", port), first
            yield port
            process.send_signal(number)
            rest, _ = process.communicate(timeout=30)
            assert process.returncode == 0, rest
            assert b"Traceback" not in rest and b"secretword" not in rest, rest
        finally:
            process.kill()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving(tmp_path_factory.mktemp("http"), environ={}) as port:
        yield port


def answered(
    port: int, method: str, path: str, body: bytes = b"", **headers: str
) -> tuple[int, str]:
    """The status and the text that a raw request gets."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def asked(port: int, query: str, **headers: str) -> tuple[int, str]:
    return answered(port, "POST", "/mcp", body(query), **{**JSON, **headers})


def test_an_assistant_searches_and_reads_on(port: int, mode: Mode) -> None:
    async def conversation(client: Client) -> tuple[str, Told, Told]:
        found = await call(client, "search_statement", query="기후")
        read = await call(client, "get_passage", id=found.structured["passages"][0]["id"])
        return client.protocol_version, found, read

    version, found, read = talk(f"http://127.0.0.1:{port}/mcp", conversation, mode)
    assert version == {"auto": "2026-07-28", "legacy": "2025-11-25"}[mode]
    quote = found.structured["passages"][0]["quote"]
    assert "climate crisis" in quote
    assert quote in read.structured["whole_paragraph"]


def test_many_assistants_at_a_time_are_each_answered(port: int) -> None:
    async def one(query: str) -> str:
        async with Client(f"http://127.0.0.1:{port}/mcp") as client:
            told = await call(client, "search_statement", query=query)
            theme: str = told.structured["passages"][0]["theme"]
            return theme

    async def many() -> list[str]:
        return await asyncio.gather(*(one(query) for query in ["climate", "taiwan"] * 8))

    assert asyncio.run(many()) == ["Climate change", "Taiwan Strait and the status quo"] * 8


def test_no_handshake_and_no_session_is_needed(port: int) -> None:
    """Another process may have answered what came before."""
    status, text = asked(port, "climate", mcp_session_id="of-another-process")
    assert status == 200
    assert json.loads(text)["result"]["structuredContent"]["outcome"] == "found"


@pytest.mark.parametrize("version", ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])
def test_older_protocols_are_spoken(port: int, version: str) -> None:
    params = {"protocolVersion": version, "capabilities": {}}
    params["clientInfo"] = {"name": "a client of this test", "version": "1"}
    greeting = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}
    status, text = answered(port, "POST", "/mcp", json.dumps(greeting).encode(), **JSON)
    assert (status, json.loads(text)["result"]["protocolVersion"]) == (200, version)


def test_an_unknown_protocol_is_offered_one_that_is_known(port: int) -> None:
    params = {"protocolVersion": "1999-01-01", "capabilities": {}}
    params["clientInfo"] = {"name": "a client of this test", "version": "1"}
    greeting = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}
    _, text = answered(port, "POST", "/mcp", json.dumps(greeting).encode(), **JSON)
    assert json.loads(text)["result"]["protocolVersion"] == "2025-11-25"


def test_a_person_who_comes_by_is_told_what_it_is(port: int) -> None:
    status, text = answered(port, "GET", "/")
    assert (status, "Model Context Protocol at /mcp" in text) == (200, True)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/mcp", 405),
        ("DELETE", "/mcp", 405),
        ("PUT", "/mcp", 405),
        ("POST", "/", 405),
        ("GET", "/sse", 404),
        ("POST", "/slack/events", 404),
        ("GET", "/mcp/../../etc/passwd", 404),
    ],
)
def test_nothing_else_is_here(port: int, method: str, path: str, status: int) -> None:
    assert answered(port, method, path, accept="text/event-stream")[0] == status


@pytest.mark.parametrize(
    "malformed",
    [
        *(b"", b"{", b"null", b"[]", b"[1]", b'"text"', b"\xff\xfe", b"[" * 30_000),
        b'{"jsonrpc": "2.0", "id": 1}',
        b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": []}',
        body("climate").replace(b"climate", b"\\ud800"),
    ],
)
def test_a_malformed_body_is_refused(port: int, malformed: bytes) -> None:
    status, text = answered(port, "POST", "/mcp", malformed, **JSON)
    assert status == 400
    assert json.loads(text)["error"]["code"] in (-32700, -32600, -32602)


def test_an_unknown_method_is_an_error_of_the_protocol(port: int) -> None:
    _, text = answered(port, "POST", "/mcp", body("x").replace(b"tools/call", b"no/such"), **JSON)
    assert json.loads(text)["error"]["code"] == -32601


def test_a_body_over_64_kibibytes_is_not_read(port: int) -> None:
    assert asked(port, "a" * 65_536) == (413, "Request body too large")


def test_a_query_that_is_too_long_is_told(port: int) -> None:
    _, text = asked(port, "secretword" * 61)
    result = json.loads(text)["result"]
    assert result["isError"] is True
    assert "at most 600 characters" in result["content"][0]["text"]
    assert "secretword" not in text


def test_no_web_page_reaches_it_by_a_name_of_its_own(port: int) -> None:
    """https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning"""
    for name in ("evil.example", "127.0.0.1.evil.example", f"evil.example:{port}"):
        assert asked(port, "climate", host=name)[0] == 421
    assert asked(port, "climate", origin="https://evil.example")[0] == 403
    assert asked(port, "climate", origin="null")[0] == 403


def test_this_machines_own_pages_and_names_do(port: int) -> None:
    for name in (f"localhost:{port}", "localhost", f"[::1]:{port}"):
        assert asked(port, "climate", host=name)[0] == 200
    assert asked(port, "climate", origin="http://localhost:6274")[0] == 200


def test_behind_a_proxy_the_public_name_is_allowed(tmp_path: Path) -> None:
    with serving(tmp_path, "--allow-host", "a.example", number=signal.SIGINT) as port:
        assert asked(port, "secretword", host="a.example", origin="https://a.example")[0] == 200
        assert asked(port, "climate", host="a.example:443")[0] == 200
        assert asked(port, "climate")[0] == 200
        assert asked(port, "climate", host="b.example")[0] == 421


def test_on_the_network_every_name_is_taken_unless_some_are_named(tmp_path: Path) -> None:
    with serving(tmp_path, "--host", "0.0.0.0") as port:
        assert asked(port, "climate", host="a.example", origin="https://b.example")[0] == 200
    with serving(tmp_path, "--host", "0.0.0.0", "--allow-host", "a.example") as port:
        assert asked(port, "climate", host="a.example")[0] == 200
        assert asked(port, "climate", host="b.example")[0] == 421


def refused(folder: Path, *arguments: str) -> str:
    given, environ = command("mcp", "--http", *arguments), {**BARE, **SMALL}
    done = subprocess.run(given, capture_output=True, cwd=folder, env=environ, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"")
    return done.stderr.decode()


def test_a_port_that_is_taken_is_told(tmp_path: Path, port: int) -> None:
    said = refused(tmp_path, "--port", str(port))
    assert said == (
        f"Port {port} is taken: stop what listens there, or choose another with --port.\n"
    )


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    said = refused(tmp_path, "--host", "192.0.2.1")
    assert said.startswith("--host 192.0.2.1 is no address of this machine")

"""Runs the `mcp-client` program against servers of the official Python SDK, on loopback.

    test_sdk.py PROGRAM PYTHON-1 PYTHON-2 WORK

The Pythons are those of environments with `mcp<2` and `mcp>=2`; WORK is a folder for certificates and
configurations. Each generation serves over stdio, over Streamable HTTP and over SSE, the latter two
with TLS 1.2 and 1.3 and a demanded client certificate.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROTOCOLS = {"1": "2025-11-25", "2": "2026-07-28"}
# What must be told within this time, in seconds; tried again where the machine is busy.
AT_ONCE = 1.0
SECRETS = ["open-sesame", "wrong-words", "a-header-value"]

ACCEPTED = {
    "combined": "client_cert: {pki}/combined.pem",
    "pair": "client_cert: {pki}/client.pem\n    client_key: {pki}/client.key",
    "list-of-two": "client_cert: [{pki}/client.pem, {pki}/client.key]",
    "list-of-three": "client_cert: [{pki}/client.pem, {pki}/client-pkcs8.key, open-sesame]",
    "traditional": "client_cert: [{pki}/client.pem, {pki}/client-traditional.key, open-sesame]",
    "encrypted": "client_cert: {pki}/combined-encrypted.pem\n"
    "    client_key_passphrase: ${{PASSPHRASE}}",
}
# What is configured, the kind of error, and words of its message.
REFUSED = {
    "none": ("", "client-certificate-rejected", "none is configured"),
    "unknown-authority": (
        "client_cert: {pki}/stranger.pem\n    client_key: {pki}/stranger.key",
        "client-certificate-rejected", "doesn't accept the client certificate"),
    "expired": (
        "client_cert: {pki}/expired.pem\n    client_key: {pki}/expired.key",
        "credentials", "client_cert expired on"),
    "wrong-key": (
        "client_cert: {pki}/client.pem\n    client_key: {pki}/stranger.key",
        "credentials", "is the key of another certificate"),
    "wrong-passphrase": (
        "client_cert: [{pki}/client.pem, {pki}/client-pkcs8.key, wrong-words]",
        "credentials", "its passphrase is wrong"),
    "no-passphrase": (
        "client_cert: [{pki}/client.pem, {pki}/client-pkcs8.key]",
        "credentials", "there is no passphrase for it"),
    "untrusted-server": (
        "client_cert: {pki}/combined.pem\n    ssl_verify: {pki}/other-ca.pem",
        "server-untrusted", "none of the authorities of ssl_verify"),
}


class Failure(Exception):
    pass


def expect(condition, what, *details):
    if not condition:
        raise Failure("\n".join([what, *(str(detail) for detail in details)]))


class Client:
    """The program with a configuration."""

    def __init__(self, program, config):
        self.program, self.config = program, config

    def run(self, *arguments, status=0, stdin=""):
        environment = {**os.environ, "PASSPHRASE": "open-sesame"}
        for name in list(environment):
            if name.lower().endswith("_proxy"):
                del environment[name]
        run = subprocess.run(
            [self.program, arguments[0], "--config", str(self.config), *arguments[1:]],
            input=stdin, capture_output=True, text=True, timeout=120, env=environment)
        expect(
            run.returncode == status, f"{' '.join(arguments)}: status {run.returncode}",
            run.stdout, run.stderr)
        for secret in SECRETS:
            expect(secret not in run.stdout + run.stderr, f"{arguments[0]} shows '{secret}'")
        return run

    def json(self, *arguments, status=0):
        return json.loads(self.run(*arguments, "--json", status=status).stdout)


class Peer:
    """A server of the SDK over HTTP."""

    def __init__(self, python, transport, *options):
        self.process = subprocess.Popen(
            [python, str(HERE / "sdk_server.py"), transport, *options],
            stdout=subprocess.PIPE, text=True)
        self.port = self.process.stdout.readline().strip()
        expect(self.port, "the server did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def entry(name, peer, transport, lines, pki):
    path, scheme = ("sse" if transport == "sse" else "mcp"), ("https" if pki else "http")
    keys = [f"url: {scheme}://localhost:{peer.port}/{path}", "headers: {X-Test: a-header-value}"]
    if transport == "sse":
        keys.append("transport: sse")
    if pki and "ssl_verify" not in lines:
        keys.append(f"ssl_verify: {pki}/ca.pem")
    if lines:
        keys.append(lines.format(pki=pki))
    return f"  {name}:\n" + "".join(f"    {key}\n" for key in keys)


def check_certificates(program, python, generation, transport, minor, work):
    """All forms of credentials, and all ways in which they are wrong, at one server."""
    pki = work / "pki"
    with Peer(python, transport, "--pki", str(pki), "--tls", minor) as peer:
        config = work / f"{generation}-{transport}-{minor}.yml"
        entries = [entry(name, peer, transport, lines, pki) for name, lines in ACCEPTED.items()]
        entries += [entry(name, peer, transport, it[0], pki) for name, it in REFUSED.items()]
        config.write_text("mcp_servers:\n" + "".join(entries))
        client = Client(program, config)
        for server in client.json("check", *ACCEPTED)["servers"]:
            name = server["name"]
            expect(server["connected"], f"{name} does not connect", server)
            expect(server["protocol"] == PROTOCOLS[generation], f"{name}: protocol", server)
            expect(server["transport"] == transport, f"{name}: transport", server)
            expect(server["tls"]["version"] == f"TLS 1.{minor}", f"{name}: TLS", server)
            expect(server["tls"]["clientCertificate"]["used"], f"{name}: certificate", server)
            expect("whoami" in server["tools"], f"{name}: tools", server)
        for name in ACCEPTED:
            answer = client.run("call", name, "whoami").stdout.strip()
            expect(answer == "test-client", f"{name}: the server sees '{answer}'")
        for name, (_, kind, words) in REFUSED.items():
            refuse(client, name, kind, words)
    return 2 * len(ACCEPTED) + len(REFUSED)


def refuse(client, name, kind, words):
    for attempt in range(5):
        start = time.monotonic()
        server, = client.json("check", name, status=1)["servers"]
        took = time.monotonic() - start
        error = server["error"]
        expect(error["kind"] == kind and words in error["message"], f"{name}: {error}")
        if took < AT_ONCE:
            return
    raise Failure(f"{name}: told after {took:.1f} s")


def check_calls(client, name, generation):
    """What a server has, called and read."""
    server, = client.json("check", name)["servers"]
    expect(server["protocol"] == PROTOCOLS[generation], f"{name}: protocol", server)
    expect(server["server"]["name"] == "sdk-peer", f"{name}: server", server)
    tools = client.json("tools", name)["tools"]
    expect({"add", "whoami", "slowly", "fail"} == {tool["tool"]["name"] for tool in tools}, tools)
    sum_ = client.run("call", name, "add", "--arguments", '{"a": 2, "b": 3}').stdout.strip()
    expect(sum_ == "5", f"{name}: 2 + 3 is '{sum_}'")
    piped = client.run("call", name, "add", "--arguments", "-", stdin='{"a": 1, "b": 1}').stdout
    expect(piped.strip() == "2", f"{name}: arguments from standard input", piped)
    steps = client.run("call", name, "slowly", "--arguments", '{"steps": 3}').stdout.strip()
    expect(steps == "3 steps", f"{name}: progress", steps)
    failed = client.json("call", name, "fail", status=1)
    words = failed["content"][0]["text"]
    expect(failed["isError"] and "executing tool fail" in words, f"{name}: a failure", failed)
    text = client.run("read", name, "note://today").stdout.strip()
    expect(text == "Water the plants.", f"{name}: a resource", text)
    prompt, = client.json("prompts", name)["prompts"]
    expect(prompt["prompt"]["name"] == "review", f"{name}: prompts", prompt)
    return 8


def check_many_calls(client, name):
    """A thousand calls at the same time over one session."""
    report = client.json(
        "call", name, "add", "--arguments", '{"a": 2, "b": 3}',
        "--times", "1000", "--parallel", "1000")
    expect(report["calls"] == 1000 and report["failed"] == 0, f"{name}: many calls", report)
    print(f"  {name}: 1,000 calls at once, {report['seconds']:.1f} s in all")
    return 1


def main():
    program, python1, python2, work = sys.argv[1:]
    work = Path(work).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    subprocess.run([str(HERE / "make-pki"), str(work / "pki")], check=True)
    cases = 0
    for generation, python in [("1", python1), ("2", python2)]:
        python = os.path.abspath(python)
        with Peer(python, "http") as http, Peer(python, "sse") as sse:
            config = work / f"plain-{generation}.yml"
            config.write_text(
                "mcp_servers:\n"
                f"  stdio:\n    command: {python}\n    args: [{HERE / 'sdk_server.py'}, stdio]\n"
                + entry("http", http, "http", "", None) + entry("sse", sse, "sse", "", None)
                # Nothing says that this one is older.
                + entry("found-out", sse, "http", "", None).replace("/mcp", "/sse"))
            client = Client(program, config)
            for name in ["stdio", "http", "sse"]:
                cases += check_calls(client, name, generation)
                cases += check_many_calls(client, name)
            found, = client.json("check", "found-out")["servers"]
            expect(found["transport"] == "sse", "the fallback to SSE", found)
            cases += 1
        for transport in ["http", "sse"]:
            for minor in ["2", "3"]:
                cases += check_certificates(program, python, generation, transport, minor, work)
        print(f"  mcp {generation}.x: all is well")
    print(f"{cases} cases against the Python SDK")


try:
    main()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")

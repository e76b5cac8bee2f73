"""A server made with the official Python SDK, of either generation, for `test_sdk.py`.

Over HTTP it prints its port on a line of its own and serves until it is ended. With --pki, it demands
a client certificate, and the tool `whoami` says the common name in it.
"""

import argparse
import asyncio
import logging
import socket
import ssl
import sys

try:
    from mcp.server.mcpserver import Context, MCPServer as Server
except ImportError:
    from mcp.server.fastmcp import Context, FastMCP as Server

server = Server("sdk-peer", instructions="A peer for tests.")


@server.tool()
def add(a: int, b: int) -> int:
    """Adds two numbers."""
    return a + b


@server.tool()
def whoami(ctx: Context) -> str:
    """The common name in the certificate that the call came with."""
    request = ctx.request_context.request
    return request.scope.get("client_name", "anonymous") if request else "nobody"


@server.tool()
async def slowly(steps: int, ctx: Context) -> str:
    """Reports progress before it answers."""
    for step in range(steps):
        await ctx.report_progress(step + 1, steps)
        await asyncio.sleep(0.01)
    return f"{steps} steps"


@server.tool()
def fail() -> str:
    """Fails."""
    raise ValueError("out of order")


@server.resource("note://today")
def note() -> str:
    """A note."""
    return "Water the plants."


@server.prompt()
def review(language: str) -> str:
    """Asks for a review."""
    return f"Review this {language} code."


def common_name(transport):
    ssl_object = transport.get_extra_info("ssl_object")
    subject = (ssl_object.getpeercert() or {}).get("subject", ()) if ssl_object else ()
    return next((value for part in subject for key, value in part if key == "commonName"), None)


def named_protocol():
    """uvicorn's protocol, which also tells the application who the client is."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class NamedProtocol(H11Protocol):
        def connection_made(self, transport):
            super().connection_made(transport)
            app, name = self.app, common_name(transport)

            async def named(scope, receive, send):
                await app({**scope, "client_name": name or "anonymous"}, receive, send)

            self.app = named

    return NamedProtocol


def serve(options):
    import uvicorn

    app = server.sse_app() if options.transport == "sse" else server.streamable_http_app()
    # Said to be TCP, so that asyncio sends small answers at once (TCP_NODELAY).
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(2048)
    settings = {}
    if options.pki:
        settings = {
            "ssl_certfile": f"{options.pki}/server.pem",
            "ssl_keyfile": f"{options.pki}/server.key",
            "ssl_ca_certs": f"{options.pki}/ca.pem",
            "ssl_cert_reqs": ssl.CERT_REQUIRED,
        }
    config = uvicorn.Config(
        app, http=named_protocol(), log_level="critical", backlog=2048,
        timeout_graceful_shutdown=1, **settings)
    config.load()
    if options.pki:
        version = getattr(ssl.TLSVersion, f"TLSv1_{options.tls}")
        config.ssl.minimum_version = config.ssl.maximum_version = version
    print(listener.getsockname()[1], flush=True)
    uvicorn.Server(config).run(sockets=[listener])


logging.disable(logging.CRITICAL)
parser = argparse.ArgumentParser()
parser.add_argument("transport", choices=["stdio", "http", "sse"])
parser.add_argument("--pki", help="the folder with certificates; none is plain HTTP")
parser.add_argument("--tls", choices=["2", "3"], default="3", help="the second part of the version")
options = parser.parse_args()
if options.transport == "stdio":
    server.run(transport="stdio")
else:
    serve(options)
sys.exit(0)

#!/usr/bin/env python3
"""The documentation as an MCP server, read by the official Python SDK's client over both transports.

Run it with the Python of an environment that has the package mcp, of generation 1 or 2.
"""

import argparse
import asyncio
import contextlib
import json
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import mcp
from mcp import StdioServerParameters

HERE = Path(__file__).resolve().parent
IS_FIRST = version("mcp").startswith("1.")


@contextlib.asynccontextmanager
async def first_generation(target: StdioServerParameters | str) -> AsyncIterator[Any]:
    """A session of the SDK's first generation, which opens with a handshake."""
    from mcp import ClientSession
    from mcp.client.stdio import stdio_client
    from mcp.client.streamable_http import streamablehttp_client

    opened = streamablehttp_client(target) if isinstance(target, str) else stdio_client(target)
    async with opened as streams, ClientSession(streams[0], streams[1]) as session:
        await session.initialize()
        yield session


def connect(target: StdioServerParameters | str) -> Any:
    return first_generation(target) if IS_FIRST else mcp.Client(target)


def text(result: Any) -> str:
    return "\n".join(part.text for part in result.content if part.type == "text")


def structure(result: Any) -> Any:
    return result.structuredContent if IS_FIRST else result.structured_content


def is_error(result: Any) -> bool:
    return result.isError if IS_FIRST else result.is_error


async def check_fixture(client: Any) -> None:
    tools = {tool.name for tool in (await client.list_tools()).tools}
    assert tools == {"search_docs", "read_page", "list_pages"}, tools
    found = structure(await client.call_tool("search_docs", {"query": "galaxies"}))
    path = found["results"][0]["path"]
    assert path == "/sky/telescopes/reflector", found
    page = text(await client.call_tool("read_page", {"page": path}))
    assert page.startswith("# The reflector\n"), page
    section = await client.call_tool("read_page", {"page": path, "section": "cleaning-the-mirror"})
    assert "distilled" in text(section) and "Aligned" not in text(section), text(section)
    missing = await client.call_tool("read_page", {"page": "telescopes/reflektor"})
    assert is_error(missing) and path in text(missing), text(missing)
    pages = structure(await client.call_tool("list_pages", {"locale": "zh-CN"}))["pages"]
    assert all(page["path"].startswith("/sky/zh-CN") for page in pages), pages
    resources = (await client.list_resources()).resources
    uri = next(one.uri for one in resources if str(one.uri).endswith("/telescopes/reflector"))
    read = (await client.read_resource(uri)).contents[0]
    assert read.text == page, read.text
    templates = await client.list_resource_templates()
    listed = templates.resourceTemplates if IS_FIRST else templates.resource_templates
    assert len(listed) == 1, listed


async def check_questions(client: Any) -> None:
    """The pages that answer questions are among the first three that are found."""
    questions = json.loads((HERE / "questions.json").read_text(encoding="utf-8"))
    missed = []
    for one in questions:
        arguments = {"query": one["question"], "locale": one["locale"], "limit": 3}
        found = structure(await client.call_tool("search_docs", arguments))["results"]
        paths = [result["path"] for result in found]
        if not any(path.endswith(page) for path in paths for page in one["pages"]):
            missed.append((one["question"], paths))
    print(f"questions: {len(questions) - len(missed)} of {len(questions)} answered")
    for question, paths in missed:
        print(f"  not among the first three: {question} {paths}")
    assert not missed, missed


@contextlib.contextmanager
def serving(docgen: str, site: str) -> Any:
    """The address of a preview's server while the block runs."""
    child = subprocess.Popen(
        [docgen, "serve", site, "--port", "auto"], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)
    try:
        for line in child.stdout:
            if address := re.search(r"http://[^/\s]+", line):
                yield address.group(0) + "/mcp"
                return
        sys.exit("docgen serve said no address")
    finally:
        child.kill()
        child.wait()


async def run(target: StdioServerParameters | str, check: Any) -> None:
    async with connect(target) as client:
        async with asyncio.timeout(120):
            await check(client)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docgen")
    parser.add_argument("--corpus", help="the site that the questions are about")
    options = parser.parse_args()
    site = str(HERE.parent / "Fixtures/observatory")
    stdio = StdioServerParameters(command=str(Path(options.docgen).resolve()), args=["mcp", site])
    asyncio.run(run(stdio, check_fixture))
    print(f"mcp {version('mcp')} over stdio: passed")
    with serving(options.docgen, site) as address:
        asyncio.run(run(address, check_fixture))
    print(f"mcp {version('mcp')} over Streamable HTTP: passed")
    if options.corpus:
        command = StdioServerParameters(
            command=str(Path(options.docgen).resolve()), args=["mcp", options.corpus])
        asyncio.run(run(command, check_questions))


if __name__ == "__main__":
    main()

"""The server: the tools with their schemas, and errors that say what to do next."""

import json
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult, TextContent, ToolAnnotations
from pydantic import ValidationError

from sayso.agents.answers import NO_VERDICT, NOTICE
from sayso.agents.tools import Tools
from sayso.errors import SaysoError
from sayso.version import __version__

INSTRUCTIONS = f"""\
sayso reads news stories and keeps a ledger of who said what, and who only repeated it. Ask it on whose word a claim
rests (trace_claim), what somebody said (what_did_say), which stories copy which (lineage_of).

{NO_VERDICT} Say "it rests on one origin", not "it is confirmed", and tell of the range
where at_least and at_most differ. Where it is doubtful, say that all the words may mean something else.

{NOTICE} Offsets are [start, end) characters of the story's text as get_story gives it. Answers are pages: where `left`
is not 0, more follow at `next_offset`.
"""

_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_TITLES = {
    "trace_claim": "On whose word a claim rests",
    "list_reports": "The reports of one origin",
    "what_did_say": "What a source said",
    "search_statements": "Statements by their words",
    "list_sources": "Who speaks in the ledger",
    "lineage_of": "Where a story's text comes from",
    "read_story": "Who says what in a story of the ledger",
    "get_story": "The text of a story",
    "read_text": "Who says what in a text",
}


class _LedgerServer(MCPServer[Any]):
    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; its answer as text is the same JSON as its structured answer, without white space.

        Raises:
            ToolError: what came, what was wanted, what to do next.
        """
        schema = self._tool_input_schema(name)
        if schema and (unknown := sorted(arguments.keys() - schema["properties"])):
            known = ", ".join(schema["properties"])
            raise ToolError(f"{name} was called with {', '.join(unknown)}. Wanted: {known}. Call it again with these.")
        try:
            result = await super().call_tool(name, arguments, context)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, SaysoError):
                raise ToolError(str(cause)) from cause
            if isinstance(cause, ValidationError):
                raise ToolError(_tell_wrong_arguments(name, cause)) from cause
            raise
        if isinstance(result, CallToolResult) and result.structured_content is not None:
            told = json.dumps(result.structured_content, ensure_ascii=False, separators=(",", ":"))
            result.content = [TextContent(type="text", text=told)]
        return result


def _tell_wrong_arguments(name: str, error: ValidationError) -> str:
    wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_url=False))
    return f"{name} cannot be called so ({wrong}). Wanted: arguments as its schema has them. Mend them and call again."


def create_server(ledger: Path) -> MCPServer[Any]:
    """The server of a ledger.

    Args:
        ledger: Its file, which must be there.
    """
    server = _LedgerServer(
        "sayso",
        title="sayso",
        description="Who said what, on whose say-so.",
        instructions=INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
    )
    tools = Tools(ledger)
    for name, title in _TITLES.items():
        server.add_tool(getattr(tools, name), title=title, annotations=_READS, structured_output=True)
    return server

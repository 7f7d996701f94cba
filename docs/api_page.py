"""The page on the HTTP API, made from its OpenAPI description."""

from pathlib import Path
from typing import Any

from sayso.web import create_app

HEAD = """\
# The HTTP API

Made from the code by `make docs`.

`sayso serve` answers programs too, with the same JSON that the verbs print with `--json`. Its description for programs
(OpenAPI 3.1) is at `/api/openapi.json`.

```
curl "http://127.0.0.1:8765/api/trace?claim=North+Korean+soldiers+fight+in+Kursk"
```

- Lists come in pages: `total` says how many there are, `next_offset` where the next page begins, null on the last.
- Answers carry an `ETag`. Send it back as `If-None-Match`: as long as nothing has changed in the ledger, the answer
  is 304.
- Errors are `application/problem+json` (RFC 9457): `title` says what came, `detail` what was wanted and what to do
  next.
- Away from this computer the desk wants its token: `Authorization: Bearer …`.
"""


def api_page() -> str:
    """Every path with what it does and its parameters."""
    described = create_app(Path("docs.sayso")).openapi()
    parts = [
        operation_part(method, path, operation, described)
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
    ]
    return "\n".join([HEAD, *parts])


def operation_part(method: str, path: str, operation: dict[str, Any], described: dict[str, Any]) -> str:
    """One way to ask."""
    lines = [f"## {method.upper()} {path}", "", operation.get("description") or operation["summary"], ""]
    rows = [parameter_row(one["name"], one, required=one["required"]) for one in operation.get("parameters", ())]
    rows += body_rows(operation, described)
    if rows:
        lines += ["| parameter | what it is | default |", "|---|---|---|", *rows, ""]
    return "\n".join(lines)


def body_rows(operation: dict[str, Any], described: dict[str, Any]) -> list[str]:
    """The fields of what is sent."""
    rows = []
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = content["schema"]
        if "$ref" in schema:
            schema = described["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        for name, field in schema.get("properties", {}).items():
            rows.append(parameter_row(name, {"schema": field}, required=name in schema.get("required", ())))
    return rows


def parameter_row(name: str, parameter: dict[str, Any], *, required: bool) -> str:
    """A parameter's row in the table."""
    schema = parameter["schema"]
    told = parameter.get("description") or schema.get("description", "")
    kinds = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    kind = kinds[0].get("format") or kinds[0].get("type", "")
    limits = " ".join(
        f"{word} {schema[key]:,}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in schema
    )
    what = " ".join(filter(None, (told, f"({kind}{', ' + limits if limits else ''})" if kind else "")))
    default = schema.get("default")
    shown = "required" if required else f"`{default}`" if default not in (None, "") else ""
    return f"| `{name}` | {what} | {shown} |"

"""Carrying off over HTTP."""

import io
import json
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient
from prov.model import ProvDocument
from pyarrow import parquet

from sayso.export import POLICY, Format
from tests.web.conftest import FEW, SEED

CLAIM = "North Korean soldiers used in assaults in Kursk"
WHERE = [("/api/export", {}), (f"/api/stories/{SEED}/export", {}), ("/api/claims/export", {"claim": CLAIM})]


@pytest.mark.parametrize(("path", "asked"), WHERE)
def test_everything_can_be_carried_off_as_tables(client: TestClient, path: str, asked: dict[str, str]) -> None:
    answer = client.get(path, params={**asked, "format": "csv"})
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"].endswith('.csv.zip"')
    names = set(ZipFile(io.BytesIO(answer.content)).namelist())
    assert names >= {"stories.csv", "statements.csv", "lineage.csv", "parents.csv", "sources.csv", "judgements.csv"}
    assert ("reports.csv" in names) == ("claim" in asked)


def test_each_format_has_its_media_type_and_name(client: TestClient) -> None:
    told = {
        Format.WEB_ANNOTATION: ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "anno.jsonld"),
        Format.PROV: ("application/json", "prov.json"),
        Format.SCHEMA_ORG: ("application/ld+json", "schema-org.jsonld"),
    }
    for kind, (media, ending) in told.items():
        answer = client.get(f"/api/stories/{SEED}/export", params={"format": kind})
        assert answer.headers["content-type"] == media
        assert answer.headers["content-disposition"] == f'attachment; filename="sayso-{SEED}.{ending}"'
        assert answer.json()
    assert ProvDocument.deserialize(
        io.StringIO(client.get("/api/export", params={"format": "prov"}).text), format="json"
    ).get_records()


def test_one_table_comes_as_one_file(client: TestClient) -> None:
    answer = client.get("/api/export", params={"format": "parquet", "table": "stories"})
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    assert sorted(parquet.read_table(io.BytesIO(answer.content)).column("id").to_pylist()) == sorted(FEW)
    lines = client.get("/api/export", params={"format": "jsonl", "table": "statements"}).text.splitlines()
    statements = client.get(f"/api/stories/{SEED}").json()["attributions"]
    assert len([line for line in lines if json.loads(line)["story_id"] == SEED]) == len(statements)


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    asked = {"format": "csv", "table": "stories"}
    tag = client.get("/api/export", params=asked).headers["etag"]
    assert client.get("/api/export", params=asked, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/stories/nowhere/export?format=csv", 404),
        ("/api/export?format=csv&table=nothing", 404),
        ("/api/export?format=prov&table=stories", 404),
        ("/api/export?format=docx", 422),
        ("/api/claims/export?format=csv&claim=", 404),
    ],
)
def test_what_cannot_be_is_told(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_the_report_may_load_nothing(client: TestClient) -> None:
    answer = client.get("/claims/report", params={"claim": CLAIM, "as_of": "2024-12-14"})
    assert answer.headers["content-security-policy"] == POLICY
    assert "as of 14 December 2024" in answer.text
    assert "default-src 'self'" not in client.get("/").headers["content-security-policy"]
    assert client.get("/").headers["content-security-policy"] != POLICY


def test_the_pages_lead_there(client: TestClient) -> None:
    story, claim = client.get(f"/stories/{SEED}").text, client.get("/claims", params={"claim": CLAIM}).text
    for kind in Format:
        assert f'href="/api/stories/{SEED}/export?format={kind}" download' in story
    link = claim.split('href="/claims/report?')[1].split('"')[0].replace("&amp;", "&")
    assert client.get(f"/claims/report?{link}").status_code == 200
    link = claim.split('href="/api/claims/export?')[1].split('"')[0].replace("&amp;", "&")
    assert client.get(f"/api/claims/export?{link}").status_code == 200

"""E9: what a restored table has and the live one misses is brought back."""

import sys

import boto3
import pytest
from conftest import REGION, TABLE

import copy_records

RESTORED = f"{TABLE}-restored"


@pytest.fixture
def tables(cloud, monkeypatch):
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    resource = boto3.resource("dynamodb", region_name=REGION)
    schema = {"KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}
    restored = resource.create_table(
        TableName=RESTORED, AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}], **schema
    )
    live = resource.Table(TABLE)
    for name in ("lost", "changed"):
        restored.put_item(Item={"id": name, "model": "as it was"})
    live.put_item(Item={"id": "changed", "model": "as it is"})
    live.put_item(Item={"id": "new", "model": "since"})
    return live


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["copy_records.py", *arguments])
    return copy_records.main()


def found(live):
    return {item["id"]: item["model"] for item in live.scan()["Items"]}


def test_e9_missing_records_come_back_and_live_ones_stay(tables, monkeypatch, capsys):
    assert run(monkeypatch, RESTORED, TABLE) == 0
    assert found(tables) == {"lost": "as it was", "changed": "as it is", "new": "since"}
    assert "1 records copied" in capsys.readouterr().out


def test_e9_restored_records_replace_live_ones_where_that_is_asked_for(tables, monkeypatch):
    assert run(monkeypatch, RESTORED, TABLE, "--overwrite") == 0
    assert found(tables) == {"lost": "as it was", "changed": "as it was", "new": "since"}


def test_e9_a_table_that_is_not_there_is_told(tables, monkeypatch, capsys):
    assert run(monkeypatch, "gone", TABLE) == 1
    assert "run this again" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(monkeypatch, TABLE, TABLE)

"""Copy records from a restored table into the live one: python3 copy_records.py <from> <to> [--overwrite]

Records that the live table has are left alone, unless --overwrite says that the restored ones are right.
"""

from __future__ import annotations

import argparse
import sys

import boto3
from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError


def copy(dynamodb: BaseClient, source: str, target: str, overwrite: bool) -> tuple[int, int]:
    """How many records were copied, and how many were there already."""
    condition = {} if overwrite else {"ConditionExpression": "attribute_not_exists(id)"}
    copied = there = 0
    for page in dynamodb.get_paginator("scan").paginate(TableName=source, ConsistentRead=True):
        for item in page["Items"]:
            try:
                dynamodb.put_item(TableName=target, Item=item, **condition)
                copied += 1
            except dynamodb.exceptions.ConditionalCheckFailedException:
                there += 1
    return copied, there


def main() -> int:
    parser = argparse.ArgumentParser(description="Copy records from a restored table into the live one.")
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--overwrite", action="store_true", help="put the restored records in place of the live ones")
    arguments = parser.parse_args()
    if arguments.source == arguments.target:
        parser.error("the two tables must be different ones")
    try:
        copied, there = copy(boto3.client("dynamodb"), arguments.source, arguments.target, arguments.overwrite)
    except (BotoCoreError, ClientError) as error:
        print(f"Not everything was copied: {error}\nCorrect it and run this again: what was copied stays.", file=sys.stderr)
        return 1
    print(f"{copied} records copied from {arguments.source} to {arguments.target}, {there} were there already.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

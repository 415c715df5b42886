"""A function behind an API, with a folder that answers for its image."""

from pathlib import Path
from typing import Any

from .conftest import REGION
from .lambda_functions import create_function

CODE = """
import os

def handler(event, context):
    if event.get("body") == "break":
        raise ValueError("as asked for")
    http = event["requestContext"].get("http", {})
    return {
        "statusCode": 201,
        "headers": {"Content-Type": "text/plain", "X-Function": context.function_name},
        "body": " ".join([
            event.get("httpMethod") or http["method"],
            event.get("path") or event["rawPath"],
            str(event.get("pathParameters")),
            str(event.get("body")),
            os.environ.get("GREETING", "none"),
        ]),
    }
"""


def running_function(aws: Any, emulator: Any, folder: Path) -> str:
    """Gives the address of the function as integrations name it."""
    (folder / "app.py").write_text(CODE)
    function = create_function(aws, Timeout=20, Environment={"Variables": {"GREETING": "hello"}})
    image = function_image(aws)
    registration = {"image": image, "directory": str(folder), "handler": "app.handler"}
    emulator.call("PUT", "/mlinfra-emulator/functions", registration)
    arn = function["FunctionArn"]
    return f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{arn}/invocations"


def function_image(aws: Any) -> str:
    """The image without its tag, which every push changes."""
    found = aws("lambda").get_function(FunctionName="audio")["Code"]["ImageUri"]
    return str(found.partition(":1")[0])

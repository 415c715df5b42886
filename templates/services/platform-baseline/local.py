"""The service on this machine with emulated AWS: python3 local.py [--port 8080]"""

from __future__ import annotations

import argparse
import logging
import os

import boto3
from moto.server import ThreadedMotoServer

from app import logs
from app.application import create_application
from app.server import serve
from app.settings import read_settings
from app.work import Work

REGION = "eu-central-1"
BUCKET, TABLE = "local-models", "local-records"


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the model on this machine.")
    parser.add_argument("--port", type=int, default=8080)
    port: int = parser.parse_args().port
    emulator = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    emulator.start()
    host, aws_port = emulator.get_host_and_port()
    os.environ.update(
        AWS_ENDPOINT_URL=f"http://{host}:{aws_port}",
        AWS_ACCESS_KEY_ID="local",
        AWS_SECRET_ACCESS_KEY="local",  # noqa: S105 (the emulator takes any)
        AWS_REGION=REGION,
        MODEL_BUCKET=BUCKET,
        DATABASE_ENGINE="dynamodb",
        TABLE_NAME=TABLE,
    )
    os.environ.setdefault("CORS_ALLOWED_ORIGINS", "*")
    boto3.client("s3", region_name=REGION).create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    boto3.client("dynamodb", region_name=REGION).create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    settings = read_settings(os.environ)
    logs.configure(settings.log_level)
    # The emulator's own line for each call is not the service's business.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    work = Work()
    print(f"listening on http://127.0.0.1:{port}, AWS on {os.environ['AWS_ENDPOINT_URL']}", flush=True)
    serve(create_application(settings, work), work, "127.0.0.1", port, settings.shutdown_grace_seconds)
    emulator.stop()


if __name__ == "__main__":
    main()

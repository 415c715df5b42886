"""E1: settings are checked when the program starts; a wrong one is named."""

import pytest
from conftest import ENVIRONMENT

from app.settings import SettingsError, read_settings

POSTGRES = {
    "DATABASE_ENGINE": "postgres",
    "DATABASE_HOST": "db.example.com",
    "DATABASE_PORT": "5432",
    "DATABASE_NAME": "platform",
    "DATABASE_SECRET_ARN": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!db-1",
    "DATABASE_CERTIFICATES": "/service/rds-certificates.pem",
}


def test_e1_what_is_not_set_has_its_default():
    settings = read_settings({**ENVIRONMENT, "MAX_BATCH_ITEMS": "", "CORS_ALLOWED_ORIGINS": ""})
    assert (settings.max_batch_items, settings.port, settings.shutdown_grace_seconds) == (100, 8080, 110)
    assert (settings.log_level, settings.cors_allowed_origins) == ("INFO", ())


def test_e3_either_database_is_described():
    assert read_settings(ENVIRONMENT).database == ENVIRONMENT["TABLE_NAME"]
    database = read_settings({**ENVIRONMENT, **POSTGRES}).database
    assert (database.host, database.port, database.database) == ("db.example.com", 5432, "platform")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"MODEL_BUCKET": ""}, "MODEL_BUCKET is not set"),
        ({"MODEL_BUCKET": "s3://x"}, "MODEL_BUCKET is 's3://x'"),
        ({"DATABASE_ENGINE": "mysql"}, "must be dynamodb or postgres"),
        ({"TABLE_NAME": " "}, "TABLE_NAME is not set"),
        ({"MAX_BATCH_ITEMS": "0"}, "MAX_BATCH_ITEMS is '0'; it must be a whole number from 1 to 1000"),
        ({"SHUTDOWN_GRACE_SECONDS": "120"}, "from 1 to 110"),
        ({"PORT": "http"}, "PORT is 'http'"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL is 'LOUD'"),
        *(({**POSTGRES, name: ""}, f"{name} is not set") for name in POSTGRES if "PORT" not in name),
        ({**POSTGRES, "DATABASE_PORT": "70000"}, "DATABASE_PORT is '70000'"),
    ],
)
def test_e1_a_wrong_setting_is_named(change, words):
    with pytest.raises(SettingsError, match=words):
        read_settings({**ENVIRONMENT, **change})

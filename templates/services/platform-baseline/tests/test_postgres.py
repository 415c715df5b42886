"""E3: predictions are recorded in a real PostgreSQL, by TLS alone, with a password that changes."""

import json
import threading

import boto3
import pytest
from conftest import REGION
from machine import NEW, WORN
from postgres_server import PASSWORD, authority, pem

from app.errors import ServiceError
from app.records import Record
from app.records_in_postgres import MAX_IDLE, PostgresRecords
from app.settings import read_settings


@pytest.fixture
def secret(cloud):
    """The secret that RDS keeps."""
    manager = boto3.client("secretsmanager", region_name=REGION)
    value = json.dumps({"username": "administrator", "password": PASSWORD})
    return manager.create_secret(Name="rds!db-machine-care", SecretString=value)["ARN"]


@pytest.fixture
def environment(postgres, secret):
    postgres.run("DROP TABLE IF EXISTS predictions")
    return {
        "DATABASE_ENGINE": "postgres",
        "DATABASE_HOST": "127.0.0.1",
        "DATABASE_PORT": str(postgres.port),
        "DATABASE_NAME": "platform",
        "DATABASE_SECRET_ARN": secret,
        "DATABASE_CERTIFICATES": str(postgres.certificates),
    }


@pytest.fixture
def records(environment):
    return PostgresRecords(read_settings({"MODEL_BUCKET": "models", **environment}).database)


def test_e3_predictions_are_recorded_with_what_they_were_made_of(serve, environment, postgres):
    answer = serve(**environment).post("/batch", json={"instances": [{"features": WORN}, {"features": NEW}]})
    assert answer.status_code == 200, answer.text
    for given, predicted in zip([WORN, NEW], answer.json()["predictions"], strict=True):
        where = f"FROM predictions WHERE id = '{predicted['id']}'"
        assert json.loads(postgres.run(f"SELECT features {where}")) == given
        assert float(postgres.run(f"SELECT risk {where}")) == predicted["risk"]
        assert postgres.run(f"SELECT model {where}") == "failure-risk 1"
        assert postgres.run(f"SELECT expires_at - created_at {where}") == "365 days"


def test_e3_the_connection_is_encrypted(records, postgres):
    records.keep([Record("m", NEW, 0.1)])
    sessions = "FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'platform-baseline'"
    assert postgres.run(f"SELECT DISTINCT ssl {sessions}") == "t"


def test_e3_a_server_whose_certificate_comes_from_elsewhere_is_refused(environment, tmp_path):
    other = tmp_path / "other.pem"
    other.write_bytes(pem(authority("Somebody else")[1]))
    settings = read_settings({"MODEL_BUCKET": "models", **environment, "DATABASE_CERTIFICATES": str(other)})
    with pytest.raises(ServiceError, match="SSLCertVerificationError"):
        PostgresRecords(settings.database).keep([Record("m", NEW, 0.1)])


def test_e3_a_server_under_another_name_is_refused(environment):
    """E3: the certificate is for 127.0.0.1, and the same server is also called localhost."""
    settings = read_settings({"MODEL_BUCKET": "models", **environment, "DATABASE_HOST": "localhost"})
    with pytest.raises(ServiceError, match="SSLCertVerificationError"):
        PostgresRecords(settings.database).keep([Record("m", NEW, 0.1)])


def test_e3_the_server_takes_nobody_without_tls(environment, postgres):
    """E3: the server of these tests is as strict as rds.force_ssl, or the tests above would prove nothing."""
    from pg8000.exceptions import DatabaseError
    from pg8000.native import Connection

    with pytest.raises(DatabaseError, match="no encryption"):
        Connection("administrator", "127.0.0.1", "platform", postgres.port, PASSWORD, ssl_context=False)


def test_e3_a_changed_password_is_read_again(records, secret, postgres):
    records.keep([Record("m", NEW, 0.1)])
    postgres.run("ALTER USER administrator PASSWORD 'second password'")
    try:
        # As after a rotation: connections that are open go on, and those that are opened need the new one.
        postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'administrator'")
        value = json.dumps({"username": "administrator", "password": "second password"})
        boto3.client("secretsmanager", region_name=REGION).put_secret_value(SecretId=secret, SecretString=value)
        records.keep([Record("m", WORN, 0.9)])
        assert postgres.run("SELECT count(*) FROM predictions") == "2"
    finally:
        postgres.run(f"ALTER USER administrator PASSWORD '{PASSWORD}'")


def test_e3_connections_that_the_server_closed_are_opened_again(records, postgres):
    records.keep([Record("m", NEW, 0.1)])
    postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'administrator'")
    records.keep([Record("m", NEW, 0.1)])
    assert postgres.run("SELECT count(*) FROM predictions") == "2"


def test_e3_the_same_record_twice_is_one(records, postgres):
    record = Record("m", NEW, 0.1)
    records.keep([record])
    records.keep([record])
    assert postgres.run("SELECT count(*) FROM predictions") == "1"


def test_e3_many_threads_and_new_processes_at_once_lose_nothing(environment, postgres):
    settings = read_settings({"MODEL_BUCKET": "models", **environment}).database
    failures = []

    def work(store):
        try:
            store.keep([Record("m", NEW, 0.1)])
        except Exception as error:  # noqa: BLE001 (a thread's failure must reach the test)
            failures.append(error)

    stores = [PostgresRecords(settings) for _ in range(3)]
    threads = [threading.Thread(target=work, args=(store,)) for store in stores for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert postgres.run("SELECT count(*) FROM predictions") == "24"
    # What is not kept open is closed.
    assert all(store._idle.qsize() <= MAX_IDLE for store in stores)


def test_e3_what_has_expired_is_deleted(records, environment, postgres):
    records.keep([Record("m", NEW, 0.1)])
    postgres.run("UPDATE predictions SET expires_at = now() - interval '1 day'")
    fresh = PostgresRecords(read_settings({"MODEL_BUCKET": "models", **environment}).database)
    fresh.keep([Record("m", WORN, 0.9)])
    assert postgres.run("SELECT risk FROM predictions") == "0.9"


def test_e3_without_its_record_a_prediction_is_not_given_away(serve, environment):
    client = serve(**{**environment, "DATABASE_PORT": "9"})
    answer = client.post("/predict", json={"features": NEW})
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "records_unavailable"
    assert "risk" not in answer.text
    assert answer.headers["retry-after"] == "5"


def test_e3_a_secret_that_may_not_be_read_is_told(serve, environment):
    client = serve(**{**environment, "DATABASE_SECRET_ARN": environment["DATABASE_SECRET_ARN"][:-6] + "gone"})
    answer = client.post("/predict", json={"features": NEW})
    assert answer.status_code == 503
    assert "ResourceNotFoundException" in answer.json()["error"]["message"]


def test_e3_the_password_is_in_no_log_line(records, capsys):
    records.keep([Record("m", NEW, 0.1)])
    assert PASSWORD not in capsys.readouterr().out

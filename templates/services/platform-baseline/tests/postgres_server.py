"""A real PostgreSQL that takes connections by TLS alone, with a certificate as RDS has one."""

from __future__ import annotations

import datetime
import ipaddress
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "first password"


@dataclass
class Server:
    """certificates: file with the authority that signed the server's certificate."""

    port: int
    certificates: Path
    folder: Path
    programs: Path

    def run(self, sql: str) -> str:
        """What psql answers, as the owner of the server, who needs no password."""
        command = [self.programs / "psql", "-h", self.folder, "-p", str(self.port), "-U", "postgres", "-tAc", sql]
        return subprocess.run([*command, "platform"], check=True, capture_output=True, text=True).stdout.strip()


def authority(name: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = _certificate(subject, subject, key.public_key(), None, key)
    return key, made


def _certificate(subject, issuer, public_key, address, signing_key) -> x509.Certificate:
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=12))
        .add_extension(x509.BasicConstraints(ca=address is None, path_length=None), critical=True)
    )
    if address is not None:
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(signing_key, hashes.SHA256())


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def find_programs() -> Path | None:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    for folder in [*installed, *([Path(on_path).resolve().parent] if on_path else [])]:
        if all((folder / program).exists() for program in ("initdb", "postgres", "psql")):
            return folder
    return None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    programs = find_programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL (initdb, postgres, psql) is needed for these tests; install Debian's postgresql")
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="records-") as parent:
        folder = Path(parent)
        account = _unprivileged()
        if account:
            shutil.chown(folder, *account)
        as_account = {"user": account[0], "group": account[1], "extra_groups": []} if account else {}
        data = folder / "data"
        initdb = [programs / "initdb", "-D", data, "-U", "postgres", "--auth-local=trust", "--auth-host=reject", "-N"]
        subprocess.run(initdb, check=True, capture_output=True, cwd=folder, **as_account)
        _enable_tls(folder, data)
        # Left open, it would be taken by another; so the port is free only for a moment.
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        for file in data.glob("server.*"):
            if account:
                shutil.chown(file, *account)
        options = [f"unix_socket_directories={folder}", "listen_addresses=127.0.0.1", "fsync=off", "ssl=on"]
        command = [programs / "postgres", "-D", data, "-p", str(port), *(f"-c{option}" for option in options)]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL, **as_account) as process:
            server = Server(port, folder / "authority.pem", folder, programs)
            try:
                _prepare(server)
                yield server
            finally:
                # At once: the default waits until every client has gone.
                process.send_signal(signal.SIGINT)


def _unprivileged() -> tuple[int, int] | None:
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return found.pw_uid, found.pw_gid
    pytest.fail("No account other than root was found to run PostgreSQL as")
    return None


def _enable_tls(folder: Path, data: Path) -> None:
    signing_key, root = authority("RDS of the tests")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "database")])
    certificate = _certificate(name, root.subject, key.public_key(), "127.0.0.1", signing_key)
    (folder / "authority.pem").write_bytes(pem(root))
    (data / "server.crt").write_bytes(pem(certificate))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (data / "server.key").write_bytes(private)
    (data / "server.key").chmod(0o600)
    # As rds.force_ssl does: over the network by TLS and with a password, or not at all.
    (data / "pg_hba.conf").write_text("local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")


def _prepare(server: Server) -> None:
    limit = time.monotonic() + 60
    psql = [server.programs / "psql", "-h", server.folder, "-p", str(server.port), "-U", "postgres"]
    while subprocess.run([*psql, "-c", "SELECT 1"], capture_output=True, check=False).returncode != 0:
        assert time.monotonic() < limit, "PostgreSQL did not start"
        time.sleep(0.1)
    for sql in (f"CREATE USER administrator PASSWORD '{PASSWORD}'", "CREATE DATABASE platform OWNER administrator"):
        subprocess.run([*psql, "-c", sql], check=True, capture_output=True)

"""model.tar.gz as the prebuilt XGBoost container wants it."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from pathlib import Path

# The container loads every file of the archive as a model, so this must be the only one.
MEMBER = "xgboost-model"


def pack(model: bytes) -> bytes:
    """The same model gives the same bytes: no times, no names of users."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        member = tarfile.TarInfo(MEMBER)
        member.size = len(model)
        member.mode = 0o644
        archive.addfile(member, io.BytesIO(model))
    return gzip.compress(plain.getvalue(), compresslevel=9, mtime=0)


def unpack(path: Path, folder: Path) -> Path:
    """Puts the model into the folder and returns its place. ValueError where the archive holds anything else."""
    with tarfile.open(path) as archive:
        members = archive.getmembers()
        if [member.name for member in members] != [MEMBER] or not members[0].isfile():
            names = ", ".join(member.name for member in members) or "nothing"
            raise ValueError(f"{path.name} holds {names}; the container takes one file named {MEMBER}.")
        content = archive.extractfile(members[0])
        assert content is not None, "isfile() was asked above"
        target = folder / MEMBER
        target.write_bytes(content.read())
        return target


def sha256(model: bytes) -> str:
    return hashlib.sha256(model).hexdigest()

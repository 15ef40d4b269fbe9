"""Puts drawn people and what became of them on one picture: `cutouts.py OUT.jpg CLIP CUT [CLIP CUT …] [--frame N]`.

A CLIP is a folder of clip.py, a CUT what `virtualstage matte CLIP/frames --plate CLIP/plate.png --out CUT` wrote. Each row: what the
camera saw, the alpha, and the cut-out before a plain ground and before a stage.
"""
import argparse
import pathlib

import cv2
import numpy as np

GROUND = (110, 140, 90)
# Of the picture of the audience's page, what is the stage.
STAGE = (slice(160, 630), slice(90, 1240))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("folders", type=pathlib.Path, nargs="+")
    options.add_argument("--frame", type=int, default=10)
    options.add_argument("--width", type=int, default=320, help="of each picture")
    options.add_argument("--stage", type=pathlib.Path, default=pathlib.Path(__file__).parents[3] / "docs/images/watch.png")
    o = options.parse_args()
    stage = cv2.imread(str(o.stage))[STAGE]
    rows = [row(clip, cut, f"{o.frame:03}", o.width, stage) for clip, cut in zip(o.folders[::2], o.folders[1::2])]
    cv2.imwrite(str(o.out), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, 88])


def row(clip, cut, name, width, stage):
    seen = cv2.imread(str(clip / "frames" / f"{name}.jpg"))
    colour, alpha = (cv2.imread(str(cut / f"{name}_{part}.png")) for part in ("colour", "alpha"))
    height, wide = seen.shape[:2]
    behind = cv2.resize(stage, (stage.shape[1] * height // stage.shape[0], height), interpolation=cv2.INTER_CUBIC)
    left = (behind.shape[1] - wide) // 2
    pictures = [seen, alpha] + [over(colour, alpha, ground) for ground in (GROUND, behind[:, left:left + wide])]
    return np.hstack([cv2.resize(p, (width, width * height // wide), interpolation=cv2.INTER_AREA) for p in pictures])


def over(colour, alpha, ground):
    return np.clip(colour + (1 - alpha / 255) * ground, 0, 255).astype(np.uint8)


if __name__ == "__main__":
    main()

"""Draws people and rooms ahead of training into a folder: `bank.py FOLDER --people N --rooms N [--first I]`."""
import argparse
import os
import pathlib

import cv2
import numpy as np

from people import draw_pair
from rooms import draw_room


def keep(path, image):
    if not path.exists():
        waiting = path.with_suffix(".tmp.npy")
        np.save(waiting, image())
        os.replace(waiting, path)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--people", type=int, default=600)
    options.add_argument("--rooms", type=int, default=250)
    options.add_argument("--first", type=int, default=0, help="the seed of the first of each")
    o = options.parse_args()
    cv2.setNumThreads(1)
    o.folder.mkdir(parents=True, exist_ok=True)
    for i in range(max(o.people, o.rooms)):
        if i < o.people:
            keep(o.folder / f"person{o.first + i:05d}.npy", lambda: draw_pair(o.first + i))
        if i < o.rooms:
            keep(o.folder / f"room{o.first + i:05d}.npy", lambda: draw_room(o.first + i))


if __name__ == "__main__":
    main()

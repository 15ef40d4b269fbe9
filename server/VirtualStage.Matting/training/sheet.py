"""Puts drawn samples on one picture to look at: `sheet.py BANK OUT.png [--seed N]`. Rows: frame, plate, mask, previous alpha, alpha."""
import argparse
import pathlib

import cv2
import numpy as np

from samples import ALPHA, BEFORE, FRAME, MASK, PLATE, Bank, Composer


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bank", type=pathlib.Path)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--count", type=int, default=10)
    options.add_argument("--size", type=int, default=96)
    o = options.parse_args()
    composer = Composer(Bank(o.bank), o.seed)
    columns = []
    for _ in range(o.count):
        sample = composer.sample(256)
        pictures = [sample[p].transpose(1, 2, 0)[..., ::-1] for p in (FRAME, PLATE)]
        pictures += [np.dstack([sample[p]] * 3) for p in (MASK, BEFORE, ALPHA)]
        columns.append(np.vstack([cv2.resize(p, (o.size, o.size), interpolation=cv2.INTER_AREA) for p in pictures]))
    # Fewer shades keep the file small.
    sheet = np.hstack(columns) // 12 * 12
    cv2.imwrite(str(o.out), sheet, [cv2.IMWRITE_PNG_COMPRESSION, 9])


if __name__ == "__main__":
    main()

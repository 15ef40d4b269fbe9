"""Draws a clip as a camera would see it: `clip.py OUT [--person N] [--room N]`. A second of an empty room, then somebody in it.

Writes clip.mjpeg (for a browser's fake camera), plate.png, the frames with somebody as frames/NNN.jpg, and their true alphas as
truth/NNN.png. People and rooms are those of the bank: the same for the same number.
"""
import argparse
import pathlib

import cv2
import numpy as np

from people import draw_pair
from rooms import draw_room

WIDTH, HEIGHT = 1280, 720


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--person", type=int, default=9)
    options.add_argument("--room", type=int, default=7)
    options.add_argument("--tall", type=float, default=1.15, help="of the person's square, in heights of the picture")
    options.add_argument("--empty", type=int, default=60)
    options.add_argument("--frames", type=int, default=120)
    o = options.parse_args()
    cv2.setNumThreads(1)
    draw(o.out, o.person, o.room, o.tall, o.empty, o.frames)


def draw(out, person, room, tall, empty, frames):
    rng = np.random.default_rng([person, room, 4])
    plate = cv2.resize(draw_room(room), (WIDTH, WIDTH * 3 // 4), interpolation=cv2.INTER_AREA)[-HEIGHT:].astype(np.float32)
    somebody = draw_pair(person)[0].astype(np.float32)
    middle = np.average(np.arange(somebody.shape[1]), weights=somebody[..., 3].sum(0))
    (out / "frames").mkdir(parents=True, exist_ok=True)
    (out / "truth").mkdir(exist_ok=True)
    cv2.imwrite(str(out / "plate.png"), np.round(plate).astype(np.uint8))
    with open(out / "clip.mjpeg", "wb") as clip:
        for _ in range(empty):
            clip.write(seen(rng, plate))
        for number in range(frames):
            layer = placed(somebody, middle, tall, number)
            jpeg = seen(rng, plate * (1 - layer[..., 3:] / 255) + layer[..., :3])
            clip.write(jpeg)
            (out / "frames" / f"{number:03}.jpg").write_bytes(jpeg)
            cv2.imwrite(str(out / "truth" / f"{number:03}.png"), np.round(layer[..., 3]).astype(np.uint8))


def placed(person, middle, tall, number):
    """The person where they sway to, on their feet or the picture's edge."""
    scale = tall * HEIGHT / person.shape[0]
    turn = 0.03 * np.sin(number / 19)
    m = scale * np.float64([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    foot = np.float64([middle, person.shape[0]])
    at = np.float64([WIDTH / 2 + 40 * np.sin(number / 13), HEIGHT])
    return cv2.warpAffine(person, np.column_stack([m, at - m @ foot]), (WIDTH, HEIGHT), flags=cv2.INTER_AREA)


def seen(rng, picture):
    """What a camera makes of it."""
    noisy = picture + rng.normal(0, 1.5, picture.shape)
    return cv2.imencode(".jpg", np.clip(np.round(noisy), 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 82])[1].tobytes()


if __name__ == "__main__":
    main()

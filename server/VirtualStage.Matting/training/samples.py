"""
Composes training samples from the bank: frame, plate, body mask and previous alpha as a webcam and the body network
would give them, with the true alpha. `samples.py BANK RING` goes on filling a ring of samples for `train.py`.

A sample is uint8 [13, n, n]: frame RGB, plate RGB, mask, previous alpha, true alpha, earlier frame RGB, earlier mask.
"""
import argparse
import os
import pathlib
import sys
import time

import cv2
import numpy as np

from canvas import noise

PLANES = 13
FRAME, PLATE, MASK, BEFORE, ALPHA, EARLIER, EARLIER_MASK = slice(0, 3), slice(3, 6), 6, 7, 8, slice(9, 12), 12


class Bank:
    """Opens drawn people and rooms by number; keeps none of them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.refresh()

    def refresh(self):
        names = [p for p in self.folder.iterdir() if ".tmp" not in p.name]
        self.people = sorted(p for p in names if p.name.startswith("person"))
        self.rooms = sorted(p for p in names if p.name.startswith("room"))

    def person(self, rng):
        return np.load(self.people[rng.integers(len(self.people))], mmap_mode="r")

    def room(self, rng):
        return np.load(self.rooms[rng.integers(len(self.rooms))], mmap_mode="r")


class Composer:
    def __init__(self, bank, seed):
        self.bank = bank
        self.rng = np.random.default_rng([seed, 3])
        self.grain = self.rng.standard_normal((1024, 1024, 3)).astype(np.float32)
        self.clouds = [noise(self.rng, 512, 512, power)[..., 0] for power in (1.0, 1.5, 2.0, 2.0)]

    def tile(self, image, height, width):
        y = self.rng.integers(image.shape[0] - height + 1)
        x = self.rng.integers(image.shape[1] - width + 1)
        part = image[y:y + height, x:x + width]
        return part[::self.rng.choice([-1, 1]), ::self.rng.choice([-1, 1])]

    def chance(self, p):
        return self.rng.random() < p

    # What is in the picture

    def people(self, n):
        """One or two people in two moments, premultiplied float32 [n, n, 4] (0..255), with an edge inside."""
        rng = self.rng
        both = None
        for _ in range(2 if self.chance(0.08) else 1):
            pair = self.bank.person(rng)
            alpha = pair[1, ::4, ::4, 3]
            edge = np.argwhere((alpha > 12) & (alpha < 243) if self.chance(0.8) else alpha > 128)
            centre = (edge[rng.integers(len(edge))] * 4.0 if len(edge) else np.float64([320, 320]))
            scale = np.exp(rng.uniform(np.log(0.42), np.log(1.25))) * (n / 256) ** 0.5
            pair = np.asarray(pair)
            if scale < 0.72:
                pair = [cv2.resize(p, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for p in pair]
                centre, scale = centre / 2, scale * 2
            turn = rng.normal(0, 0.08) if self.chance(0.85) else rng.normal(0, 0.5)
            flip = rng.choice([-1.0, 1.0])
            m = scale * np.float64([[flip * np.cos(turn), -np.sin(turn)], [flip * np.sin(turn), np.cos(turn)]])
            place = n / 2 + rng.uniform(-0.4, 0.4, 2) * n
            matrix = np.column_stack([m, place - m @ centre[::-1]])
            layers = [cv2.warpAffine(p, matrix, (n, n), flags=cv2.INTER_LINEAR).astype(np.float32) for p in pair]
            layers = self.dress(layers)
            both = layers if both is None else [a + b * (1 - a[..., 3:] / 255) for a, b in zip(layers, both)]
        if self.chance(0.06):
            cut = int(rng.integers(n))
            for layer in both:
                layer[:, :cut] = 0
        return both

    def dress(self, layers):
        """Other light and colours for a drawn person."""
        rng = self.rng
        gain = np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.08, 3))
        gamma = rng.uniform(0.75, 1.4)
        curve = np.clip((np.arange(256) / 255) ** gamma * 255 * gain[:, None], 0, 255).astype(np.float32)
        lift = rng.uniform(0, 25) if self.chance(0.3) else 0
        for layer in layers:
            alpha = layer[..., 3:]
            index = np.clip(layer[..., :3] * 255 / np.maximum(alpha, 1), 0, 255).astype(np.uint8)
            for c in range(3):
                layer[..., c] = np.minimum(curve[c][index[..., c]] + lift, 255) * alpha[..., 0] / 255
        return layers

    def room(self, n):
        """The room without anybody as it is now, and as it was when the plate was taken, float32 [n, n, 3]."""
        rng = self.rng
        image = np.asarray(self.bank.room(rng))
        scale = np.exp(rng.uniform(np.log(0.5), np.log(1.6))) * (n / 256) ** 0.5
        scale = max(scale, n * 1.02 / min(image.shape[:2]))
        if scale < 0.72:
            image = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            scale *= 2
        flip, turn = rng.choice([-1.0, 1.0]), rng.normal(0, 0.05)
        m = scale * np.float64([[flip * np.cos(turn), -np.sin(turn)], [flip * np.sin(turn), np.cos(turn)]])
        height, width = image.shape[:2]
        spare = np.maximum(np.float64([width, height]) - n / scale, 0) / 2
        centre = np.float64([width, height]) / 2 + rng.uniform(-1, 1, 2) * spare
        matrix = np.column_stack([m, n / 2 - m @ centre])
        kind = rng.random()
        jitter = rng.normal(0, 0.35, 2) if kind < 0.55 else rng.normal(0, 1.1, 2) if kind < 0.9 else rng.normal(0, 3, 2)
        later = matrix.copy()
        later[:, 2] += jitter
        plate = cv2.warpAffine(image, matrix, (n, n), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT).astype(np.float32)
        now = cv2.warpAffine(image, later, (n, n), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT).astype(np.float32)
        gain, lift = np.exp(rng.normal(0, 0.3)) * np.exp(rng.normal(0, 0.06, 3)), rng.uniform(-10, 20)
        plate, now = np.clip(plate * gain + lift, 0, 255), np.clip(now * gain + lift, 0, 255)
        if self.chance(0.06):
            now = self.something_moved(now, image, n)
        return now.astype(np.float32), plate.astype(np.float32)

    def blob(self, n, low, high):
        """A soft shape somewhere, float32 [n, n] from 0 to 1, its radius a share of n."""
        rng = self.rng
        radius = rng.uniform(low, high) * n
        y, x = np.ogrid[0:n, 0:n]
        cy, cx = rng.uniform(-0.1, 1.1, 2) * n
        turn, longer = rng.uniform(0, np.pi), rng.uniform(0.4, 1)
        u = (x - cx) * np.cos(turn) + (y - cy) * np.sin(turn)
        v = (y - cy) * np.cos(turn) - (x - cx) * np.sin(turn)
        distance = np.sqrt(u * u + (v / longer) ** 2) / radius
        ragged = self.tile(self.clouds[2], n, n) * rng.uniform(0, 0.25)
        return np.clip((1 - distance + ragged) * rng.uniform(2, 12), 0, 1).astype(np.float32)

    def something_moved(self, now, image, n):
        shape = np.clip(self.blob(n, 0.08, 0.3) * 3 - 1, 0, 1)[..., None]
        y, x = (self.rng.integers(s - n + 1) if s > n else 0 for s in image.shape[:2])
        other = image[y:y + n, x:x + n].astype(np.float32)
        other = cv2.resize(other, (n, n)) if other.shape[:2] != (n, n) else other
        return now + (other - now) * shape

    def hide(self, layers, now):
        """Clothes or hair of nearly the colours behind them."""
        near = cv2.blur(now, (31, 31))
        share = self.rng.uniform(0.5, 0.95)
        where = self.blob(now.shape[0], 0.3, 0.9)[..., None] * share if self.chance(0.6) else share
        for layer in layers:
            alpha = layer[..., 3:] / 255
            detail = layer[..., :3] - cv2.blur(layer[..., :3], (31, 31))
            target = np.clip(near * alpha + detail * 0.8, 0, alpha * 255)
            layer[..., :3] += (target - layer[..., :3]) * where
        return layers

    # What the camera makes of it

    def spread(self, layers):
        """Defocus and motion at the edges."""
        rng = self.rng
        if self.chance(0.5):
            sigma = rng.uniform(0.35, 1.0) if self.chance(0.8) else rng.uniform(1, 2.5)
            layers = [cv2.GaussianBlur(p, (0, 0), sigma) for p in layers]
        if self.chance(0.15):
            length = int(rng.integers(3, 16))
            kernel = np.zeros((length, length), np.float32)
            angle = rng.uniform(0, np.pi)
            d = np.float64([np.cos(angle), np.sin(angle)]) * length / 2
            a, b = (length - 1) / 2 - d, (length - 1) / 2 + d
            cv2.line(kernel, tuple(int(v) for v in np.round(a)), tuple(int(v) for v in np.round(b)), 1.0, 1, cv2.LINE_AA)
            kernel /= max(kernel.sum(), 1e-3)
            layers = [cv2.filter2D(p, -1, kernel) for p in layers]
        return layers

    def compose(self, layer, now, shadow, lamp):
        alpha = layer[..., 3:] / 255
        ground = now
        if shadow is not None:
            dx, dy, sigma, strength = shadow
            n = now.shape[0]
            small = cv2.resize(layer[..., 3], (n // 4, n // 4), interpolation=cv2.INTER_AREA)
            small = cv2.warpAffine(small, np.float32([[1, 0, dx / 4], [0, 1, dy / 4]]), (n // 4, n // 4), borderMode=cv2.BORDER_REPLICATE)
            small = cv2.GaussianBlur(small, (0, 0), sigma / 4)
            ground = ground * (1 - strength / 255 * cv2.resize(small, (n, n)))[..., None]
        frame = layer[..., :3] + (1 - alpha) * ground
        return frame if lamp is None else frame * lamp

    def camera(self, image, gain, lift, grain, quality, blur):
        n = image.shape[0]
        image = image * gain + lift
        if blur > 0.2:
            image = cv2.GaussianBlur(image, (0, 0), blur)
        if grain > 0:
            coarse = self.tile(self.grain, n, n)
            image = image + coarse * (grain * (0.6 + 0.8 * np.sqrt(np.clip(image, 0, 255) / 255)))
        image = np.clip(np.round(image), 0, 255).astype(np.uint8)
        if quality < 99:
            image = cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], 1)
        return image

    # What the body network makes of it

    def mask(self, alpha):
        """A body mask as a coarse network gives it for a picture with this alpha, both 0..255."""
        rng, n = self.rng, alpha.shape[0]
        cell = rng.uniform(1.3, 4.5)
        size = (max(int(n / cell), 16), max(int(n / cell / rng.uniform(0.5, 1.1)), 16))
        m = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        height, width = m.shape
        m = cv2.GaussianBlur(m, (0, 0), rng.uniform(0.4, 2.2))
        if self.chance(0.85):
            m = m + self.tile(self.clouds[self.rng.integers(1, 4)], height, width) * rng.uniform(0, 0.3) * (0.2 + 4 * m * (1 - m))
            m = 1 / (1 + np.exp(-(m - np.clip(rng.normal(0.5, 0.12), 0.2, 0.8)) / rng.uniform(0.04, 0.2)))
        square = max(height, width)

        def shape(low, high):
            return cv2.resize(self.blob(square, low, high), (width, height))

        if self.chance(0.4):
            for _ in range(rng.integers(1, 4)):
                m = m * (1 - shape(0.05, 0.4) * rng.uniform(0.4, 1))
        if self.chance(0.12):
            edge = int(rng.uniform(0.1, 0.9) * height)
            m[:edge] *= rng.uniform(0, 0.3)
        if self.chance(0.4):
            for _ in range(rng.integers(1, 4)):
                m = np.maximum(m, shape(0.05, 0.45) * rng.uniform(0.4, 1))
        if self.chance(0.15):
            m = 0.5 + (m - 0.5) * rng.uniform(0.3, 0.9)
        if self.chance(0.02):
            m = m * 0
        m = cv2.resize(np.ascontiguousarray(m), (n, n), interpolation=cv2.INTER_LINEAR)
        return np.clip(m * 255, 0, 255)

    def before(self, earlier, mask):
        """The previous alpha as the network may meet it: good, poor, empty, of another place, or the mask."""
        rng, n = self.rng, earlier.shape[0]
        kind = rng.random()
        if kind < 0.25:
            return mask
        if kind < 0.3:
            return np.zeros_like(mask)
        result = earlier
        if kind < 0.5:
            result = self.mask(earlier)
        elif kind < 0.6:
            result = cv2.warpAffine(earlier, np.float32([[1, 0, rng.normal(0, 12)], [0, 1, rng.normal(0, 12)]]), (n, n))
        if self.chance(0.6):
            result = cv2.GaussianBlur(result, (0, 0), rng.uniform(0.4, 2))
        if self.chance(0.2):
            result = np.maximum(result, self.blob(n, 0.02, 0.15) * 255 * rng.uniform(0.3, 1))
        if self.chance(0.2):
            result = result * (1 - self.blob(n, 0.03, 0.25) * rng.uniform(0.3, 1))
        if self.chance(0.3):
            result = result + self.tile(self.clouds[0], n, n) * rng.uniform(0, 25) * (result > 5)
        return np.clip(result, 0, 255)

    def sample(self, n=256):
        rng = self.rng
        empty = self.chance(0.02)
        now, plate = self.room(n)
        layers = [np.zeros((n, n, 4), np.float32)] * 2 if empty else self.people(n)
        if not empty and self.chance(0.13):
            layers = self.hide(layers, now)
        if self.chance(0.12):
            dark = rng.uniform(0.1, 0.5)
            now, plate = now * dark, plate * dark
            layers = [np.dstack([p[..., :3] * dark * rng.uniform(0.5, 1.5), p[..., 3]]) for p in layers]
            layers = [np.dstack([np.minimum(p[..., :3], p[..., 3:]), p[..., 3]]) for p in layers]
        layers = self.spread(layers)
        shadow = (*rng.normal(0, 14, 2), rng.uniform(4, 40), rng.uniform(0.05, 0.45)) if self.chance(0.65) else None
        lamp = None
        if self.chance(0.1):
            lamp = (1 + self.blob(n, 0.3, 1.2) * rng.uniform(-0.25, 0.35))[..., None]
            lamp = cv2.GaussianBlur(lamp, (0, 0), 20)[..., None] if lamp.ndim == 3 else lamp
        gain = 1 + rng.normal(0, 0.02, 3) * rng.choice([0.2, 1, 2.5], p=[.4, .45, .15])
        lift = rng.normal(0, 1.2, 3) * rng.choice([0.2, 1, 3], p=[.4, .45, .15])
        grain = rng.choice([0.8, 2, 4, 8], p=[.3, .35, .25, .1]) * rng.uniform(0.5, 1.3)
        quality = rng.choice([100, 92, 85, 72, 55], p=[.35, .2, .2, .15, .1])
        soft = rng.uniform(0, 0.7) if self.chance(0.5) else 0
        frames = [self.camera(self.compose(p, now, shadow, lamp), gain, lift, grain, quality, soft) for p in layers]
        plate = self.camera(plate, 1, 0, grain * rng.choice([0, 0.2, 1], p=[.3, .4, .3]), max(quality, rng.choice([75, 90, 100])), soft * rng.uniform(0.5, 1.5))
        earlier, alpha = layers[0][..., 3], layers[1][..., 3]
        mask = self.mask(alpha)
        result = np.empty((PLANES, n, n), np.uint8)
        result[FRAME] = frames[1][..., ::-1].transpose(2, 0, 1)
        result[PLATE] = plate[..., ::-1].transpose(2, 0, 1)
        result[MASK] = np.round(mask)
        result[BEFORE] = np.round(self.before(earlier, mask))
        result[ALPHA] = np.round(np.clip(alpha, 0, 255))
        result[EARLIER] = frames[0][..., ::-1].transpose(2, 0, 1)
        result[EARLIER_MASK] = np.round(self.mask(earlier))
        return result


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bank", type=pathlib.Path)
    options.add_argument("ring", type=pathlib.Path)
    options.add_argument("--size", type=int, default=256)
    options.add_argument("--slots", type=int, default=2500)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--count", type=int, default=sys.maxsize, help="stop after so many samples")
    o = options.parse_args()
    cv2.setNumThreads(1)
    o.ring.mkdir(parents=True, exist_ok=True)
    path = o.ring / "samples.npy"
    shape = (o.slots, PLANES, o.size, o.size)
    ring = np.lib.format.open_memmap(path, mode="r+" if path.exists() else "w+", dtype=np.uint8, shape=None if path.exists() else shape)
    bank = Bank(o.bank)
    composer = Composer(bank, o.seed)
    began = time.time()
    # A ring that was filled before stays usable from the first moment.
    filled = int((o.ring / "count").read_text()) if (o.ring / "count").exists() else 0
    for i in range(o.count):
        ring[i % len(ring)] = composer.sample(ring.shape[2])
        if i % 50 == 49:
            bank.refresh()
            (o.ring / "count.tmp").write_text(str(max(i + 1, filled)))
            os.replace(o.ring / "count.tmp", o.ring / "count")
            print(f"{i + 1} samples, {(time.time() - began) / (i + 1) * 1000:.0f} ms each", flush=True)


if __name__ == "__main__":
    main()

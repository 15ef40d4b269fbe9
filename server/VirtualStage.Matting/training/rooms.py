"""Draws rooms: walls, floors, windows, shelves, furniture, plants, pictures, text and clutter."""
import cv2
import numpy as np

from canvas import noise, smooth, tube
from people import any_colour, pattern

WIDTH, HEIGHT = 960, 720


def quad(image, corners, colour, texture=None):
    corners = np.asarray(corners, np.float32)
    mask = np.zeros(image.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.round(corners * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    low = np.maximum(np.floor(corners.min(0)).astype(int) - 1, 0)
    high = np.ceil(corners.max(0)).astype(int) + 2
    box = (slice(low[1], high[1]), slice(low[0], high[0]))
    m = mask[box].astype(np.float32)[..., None] / 255
    if m.size == 0:
        return
    paint = np.empty((*m.shape[:2], 3), np.float32)
    paint[:] = colour
    if texture is not None:
        factors = texture[np.arange(m.shape[0]) % texture.shape[0]][:, np.arange(m.shape[1]) % texture.shape[1]]
        paint *= factors if factors.ndim == 3 else factors[..., None]
    image[box] += (paint - image[box]) * m


def box(image, x, y, wide, tall, colour, texture=None, skew=0.0):
    quad(image, [(x, y), (x + wide, y + skew * wide), (x + wide, y + tall + skew * wide), (x, y + tall)], colour, texture)


def shelf(rng, image):
    x, y = rng.uniform(-100, WIDTH - 150), rng.uniform(-50, HEIGHT * 0.5)
    wide, tall = rng.uniform(150, 420), rng.uniform(160, 460)
    box(image, x, y, wide, tall, any_colour(rng) * 0.6)
    rows = rng.integers(2, 6)
    for row in range(rows):
        base = y + tall * (row + 0.95) / rows
        at = x + 5
        while at < x + wide - 12:
            thick, high = rng.uniform(5, 22), rng.uniform(0.5, 0.85) * tall / rows
            if rng.random() < 0.85:
                box(image, at, base - high, thick, high, any_colour(rng))
            at += thick + rng.uniform(0, 2)
        box(image, x, base, wide, 5, any_colour(rng))


def window(rng, image):
    x, y, wide, tall = rng.uniform(-50, WIDTH - 100), rng.uniform(-80, 250), rng.uniform(120, 380), rng.uniform(150, 420)
    glow = rng.uniform(0.7, 1.1)
    field = noise(rng, 128, 128, 1.8, 3) * 0.12 + np.float32([1.0, 0.97, 0.92]) * glow
    box(image, x, y, wide, tall, np.ones(3), cv2.resize(field, (int(wide) + 4, int(tall) + 4)))
    frame = any_colour(rng)
    for i in range(rng.integers(2, 5)):
        box(image, x + wide * i / 3, y, rng.uniform(4, 12), tall, frame)
    for i in range(rng.integers(2, 5)):
        box(image, x, y + tall * i / 3, wide, rng.uniform(4, 12), frame)
    if rng.random() < 0.3:
        step = rng.uniform(6, 18)
        for i in range(int(tall / step)):
            box(image, x, y + i * step, wide, step * 0.5, frame)


def plant(rng, image):
    root = np.float32([rng.uniform(0, WIDTH), rng.uniform(250, HEIGHT)])
    green = np.float32([0.1, rng.uniform(0.25, 0.6), rng.uniform(0.05, 0.3)])
    for _ in range(rng.integers(10, 60)):
        angle, length = rng.normal(-np.pi / 2, 0.7), rng.uniform(40, 200)
        end = root + length * np.float32([np.cos(angle), np.sin(angle)])
        middle = (root + end) / 2 + rng.normal(0, 15, 2).astype(np.float32)
        quad(image, tube([root, middle, end], [3, rng.uniform(5, 26), 1], 4), green * rng.uniform(0.5, 1.5))
    box(image, root[0] - 40, root[1], 80, 90, any_colour(rng))


def picture(rng, image):
    x, y, wide, tall = rng.uniform(0, WIDTH), rng.uniform(0, 350), rng.uniform(60, 260), rng.uniform(60, 220)
    box(image, x - 6, y - 6, wide + 12, tall + 12, any_colour(rng))
    inside = np.clip(any_colour(rng) + noise(rng, 96, 96, rng.uniform(1, 2), 3) * 0.2, 0, 1)
    box(image, x, y, wide, tall, np.ones(3), cv2.resize(inside, (int(wide) + 4, int(tall) + 4)))


def text(rng, image):
    letters = "".join(chr(rng.integers(65, 91)) for _ in range(rng.integers(3, 14)))
    place = (int(rng.uniform(-50, WIDTH - 100)), int(rng.uniform(50, HEIGHT)))
    cv2.putText(image, letters, place, int(rng.integers(0, 5)), rng.uniform(0.5, 4), [float(c) for c in any_colour(rng)], int(rng.integers(1, 6)), cv2.LINE_AA)


def stripes(rng, image):
    """Stairs, slats, railings, cables, tiles."""
    x, y, wide, tall = rng.uniform(-100, WIDTH - 100), rng.uniform(-100, HEIGHT - 100), rng.uniform(100, 500), rng.uniform(80, 400)
    colour, skew, number = any_colour(rng), rng.normal(0, 0.3), rng.integers(4, 40)
    upright = rng.random() < 0.5
    for i in range(number):
        tint = colour * rng.uniform(0.7, 1.2)
        if upright:
            box(image, x + wide * i / number, y, wide / number * 0.5, tall, tint)
        else:
            box(image, x, y + tall * i / number, wide, tall / number * 0.5, tint, skew=skew)


def furniture(rng, image):
    colour, cloth = any_colour(rng), pattern(rng)
    x, y = rng.uniform(-50, WIDTH - 100), rng.uniform(320, 620)
    wide = rng.uniform(80, 400)
    kind = rng.integers(3)
    if kind == 0:
        box(image, x, y, wide, rng.uniform(10, 30), colour, cloth)
        for leg in (0.02, 0.9):
            box(image, x + wide * leg, y, rng.uniform(6, 20), 300, colour * 0.7)
    elif kind == 1:
        quad(image, smooth([(x, y), (x + wide, y), (x + wide * 1.1, y + 260), (x - wide * 0.1, y + 260)], 6), colour, cloth)
        quad(image, smooth([(x - 30, y + 90), (x + wide + 30, y + 90), (x + wide + 30, y + 260), (x - 30, y + 260)], 6), colour * 0.8, cloth)
    else:
        for _ in range(rng.integers(2, 8)):
            dx, dy = rng.uniform(0, 250, 2)
            quad(image, tube([(x + dx, y), (x + dx + rng.normal(0, 30), y + 120), (x + dx + rng.normal(0, 60), y + 280)], [rng.uniform(4, 14)] * 3, 4), colour)
        quad(image, smooth([(x, y - 60), (x + 200, y - 60), (x + 230, y + 60), (x - 10, y + 70)], 6), colour, cloth)


def draw_room(seed):
    """A room without anybody: uint8 [HEIGHT, WIDTH, 3], BGR."""
    rng = np.random.default_rng([seed, 2])
    image = np.empty((HEIGHT, WIDTH, 3), np.float32)
    image[:] = any_colour(rng)
    if rng.random() < 0.5:
        image[:] = 0.35 + 0.6 * rng.random() * image
    image *= 1 + noise(rng, HEIGHT, WIDTH, 1.9)[..., :1] * rng.uniform(0.02, 0.2)
    kind = rng.random()
    if kind < 0.15:
        image = np.clip(image + noise(rng, HEIGHT, WIDTH, rng.uniform(0.9, 1.6), 3) * rng.uniform(0.05, 0.25), 0, 1)
    corner = (rng.uniform(0, WIDTH), rng.uniform(350, 620))
    floor = [(-10, corner[1] + rng.uniform(0, 150)), corner, (WIDTH + 10, corner[1] + rng.uniform(0, 150)), (WIDTH + 10, HEIGHT + 10), (-10, HEIGHT + 10)]
    if rng.random() < 0.8:
        quad(image, [(-10, -10), (corner[0], -10), corner, floor[0]], any_colour(rng), pattern(rng) if rng.random() < 0.4 else None)
        quad(image, floor, any_colour(rng), pattern(rng))
    things = [shelf, window, plant, picture, text, stripes, furniture]
    clutter = rng.choice([0, 3, 8, 16, 28], p=[.12, .23, .3, .22, .13])
    for _ in range(clutter):
        things[rng.choice(len(things), p=[.14, .14, .1, .14, .14, .17, .17])](rng, image)
    if rng.random() < 0.3:
        for _ in range(rng.integers(5, 80)):
            p = np.float32([rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)])
            ring = [p + rng.uniform(3, 40) * np.float32([np.cos(t), np.sin(t)]) for t in np.linspace(0, 6.28, 7, endpoint=False)]
            quad(image, smooth(ring, 4), any_colour(rng))
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    for _ in range(rng.integers(0, 5)):
        cx, cy, r = rng.uniform(0, WIDTH), rng.uniform(-100, HEIGHT), rng.uniform(60, 500)
        image += rng.uniform(-0.2, 0.5) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * r * r))[..., None] * rng.uniform(0.7, 1, 3).astype(np.float32)
    image = np.clip(image * (1 + noise(rng, HEIGHT, WIDTH, rng.uniform(0.2, 0.8))[..., :1] * rng.uniform(0.005, 0.06)), 0, 1)
    blur = rng.choice([0, 0.6, 1.2, 2.5, 5], p=[.3, .3, .2, .12, .08])
    if blur:
        image = cv2.GaussianBlur(image, (0, 0), blur)
    return np.round(image ** rng.uniform(0.8, 1.4) * 255).astype(np.uint8)

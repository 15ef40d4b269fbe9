"""Draws people: jointed bodies with hair, hands, clothes and props, in two poses that follow each other."""
import colorsys

import cv2
import numpy as np

from canvas import Canvas, noise, smooth, tube

SIZE = 640
SKINS = np.float32([[0.96, 0.82, 0.74], [0.90, 0.72, 0.60], [0.80, 0.60, 0.46], [0.65, 0.45, 0.32], [0.45, 0.30, 0.21],
                    [0.30, 0.19, 0.14], [0.20, 0.13, 0.10]])
HAIRS = np.float32([[0.04, 0.035, 0.03], [0.09, 0.06, 0.045], [0.20, 0.13, 0.08], [0.38, 0.25, 0.14], [0.72, 0.58, 0.36],
                    [0.85, 0.78, 0.62], [0.50, 0.18, 0.08], [0.62, 0.62, 0.62], [0.90, 0.90, 0.90]])


def any_colour(rng):
    """A cloth's colour (BGR): greys, darks and lights as often as strong colours."""
    kind = rng.random()
    hue, value = rng.random(), rng.random()
    if kind < 0.25:
        rgb = np.float32([value, value, value]) * 0.95 + rng.normal(0, 0.02, 3)
    elif kind < 0.45:
        rgb = np.float32(colorsys.hsv_to_rgb(hue, 0.3 + 0.5 * rng.random(), 0.04 + 0.2 * value))
    elif kind < 0.75:
        rgb = np.float32(colorsys.hsv_to_rgb(hue, 0.1 + 0.35 * rng.random(), 0.4 + 0.55 * value))
    else:
        rgb = np.float32(colorsys.hsv_to_rgb(hue, 0.5 + 0.5 * rng.random(), 0.3 + 0.65 * value))
    return np.clip(rgb, 0.01, 0.98)[::-1].astype(np.float32)


def pattern(rng, size=512):
    """A cloth's pattern: an image of factors about one, [size, size] or with three channels."""
    kind = rng.choice(["plain", "noise", "stripes", "plaid", "dots", "knit", "print", "folds"], p=[.2, .12, .13, .1, .08, .1, .15, .12])
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    fold = noise(rng, size, size, 1.8)[..., 0]
    base = 1 + fold * rng.uniform(0.02, 0.15)
    period = size / rng.integers(6, 60)
    if kind == "noise":
        base = base * (1 + noise(rng, size, size, rng.uniform(0, 0.8))[..., 0] * rng.uniform(0.05, 0.2))
    elif kind == "stripes":
        along = x if rng.random() < 0.5 else y
        base = base[..., None] * np.where((along % period < period * rng.uniform(0.2, 0.7))[..., None], 1, rng.uniform(0.2, 1.8, 3))
    elif kind == "plaid":
        a, b = rng.uniform(0.4, 1.5, 3), rng.uniform(0.4, 1.5, 3)
        base = base[..., None] * np.where((x % period < period / 2)[..., None], 1, a) * np.where((y % period < period / 2)[..., None], 1, b)
    elif kind == "dots":
        period *= 1.5
        near = np.hypot(x % period - period / 2, y % period - period / 2) < period * rng.uniform(0.15, 0.4)
        base = base[..., None] * np.where(near[..., None], rng.uniform(0.2, 2.2, 3), 1)
    elif kind == "knit":
        base = base * (1 + 0.25 * np.sin(2 * np.pi * x / 8) * np.sin(2 * np.pi * (y + 2 * np.abs((x % 8) - 4)) / 8))
    elif kind == "print":
        fields = noise(rng, size, size, rng.uniform(0.8, 1.6))[..., 0]
        for level in np.sort(rng.normal(0, 0.8, rng.integers(1, 4))):
            base = (base if base.ndim == 3 else base[..., None]) * np.where((fields > level)[..., None], rng.uniform(0.4, 1.7, 3), 1)
    elif kind == "folds":
        base = 1 + 0.25 * np.sin(x / rng.uniform(10, 30) + 2 * fold) + fold * 0.1
    return np.clip(base, 0.05, 2.5).astype(np.float32)


def holes(rng, size=256):
    """The opacity of lace, mesh, fringe or gauze: an image of factors from 0 to 1."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    kind = rng.integers(4)
    if kind == 0:
        period = size / rng.integers(8, 24)
        hole = np.hypot(x % period - period / 2, (y + (x // period % 2) * period / 2) % period - period / 2) < period * rng.uniform(0.2, 0.42)
        image = 1 - hole.astype(np.float32)
    elif kind == 1:
        image = (noise(rng, size, size, 0.9)[..., 0] > rng.uniform(-1.2, -0.2)).astype(np.float32)
    elif kind == 2:
        image = ((x % 12 < 8) | (noise(rng, size, size, 1.2)[..., 0] > 0)).astype(np.float32)
    else:
        image = np.full((size, size), rng.uniform(0.4, 0.9), np.float32) * (1 + 0.2 * noise(rng, size, size, 1.5)[..., 0])
    return np.clip(cv2.GaussianBlur(image, (0, 0), 0.8), 0, 1)


def pose(rng):
    """Angles and places of a body at one moment."""
    arms = []
    for side in (-1, 1):
        kind = rng.choice(["down", "akimbo", "raised", "forward", "wide", "chest"], p=[.3, .14, .14, .16, .12, .14])
        upper, fore = {
            "down": (rng.normal(12, 8), rng.normal(5, 15)), "akimbo": (rng.normal(48, 8), rng.normal(-75, 12)),
            "raised": (rng.normal(130, 25), rng.normal(20, 30)), "forward": (rng.normal(15, 12), rng.normal(-75, 35)),
            "wide": (rng.normal(80, 12), rng.normal(10, 20)), "chest": (rng.normal(25, 8), rng.normal(-125, 15)),
        }[kind]
        arms.append((np.radians(upper) * side, np.radians(fore) * side))
    return {
        "at": np.float32([0, 0]), "lean": rng.normal(0, 0.06), "turn": np.clip(rng.normal(0, 0.35), -0.8, 0.8),
        "nod": rng.normal(0, 0.12), "arms": arms, "fingers": rng.uniform(0.2, 1.0, 10), "spread": rng.uniform(0, 0.5, 2),
        "legs": [(rng.normal(6, 6) * s, rng.normal(0, 8)) for s in (-1, 1)], "sway": rng.normal(0, 1, 2),
    }


def moved(rng, before, pixels):
    """The same body a moment later."""
    quick = pixels / 60
    after = dict(before)
    after["at"] = before["at"] + rng.normal(0, pixels / 3, 2).astype(np.float32)
    for name, amount in (("lean", 0.05), ("turn", 0.12), ("nod", 0.06)):
        after[name] = before[name] + rng.normal(0, amount) * quick
    after["arms"] = [(u + rng.normal(0, 0.22) * quick, f + rng.normal(0, 0.3) * quick) for u, f in before["arms"]]
    after["fingers"] = np.clip(before["fingers"] + rng.normal(0, 0.2, 10) * quick, 0.1, 1)
    after["sway"] = before["sway"] + rng.normal(0, 1, 2) * quick
    return after


def build(rng):
    """What stays the same of a person from pose to pose."""
    close = rng.random()
    head = rng.uniform(150, 290) if close < 0.35 else rng.uniform(85, 150) if close < 0.75 else rng.uniform(58, 85)
    across = rng.uniform(0.15, 0.85) if rng.random() < 0.3 else rng.uniform(0.35, 0.65)
    top = rng.uniform(0.02, 0.25) if head < 250 else rng.uniform(-0.1, 0.15)
    if head < 85 and rng.random() < 0.4:
        top -= rng.uniform(0.2, 0.5)
    hair = HAIRS[rng.choice(len(HAIRS), p=[.2, .2, .16, .12, .09, .05, .06, .07, .05])] * rng.uniform(0.7, 1.25)
    skin = SKINS[rng.integers(len(SKINS))] * rng.uniform(0.9, 1.08)
    return {
        "head": head, "neck": np.float32([across * SIZE, top * SIZE + head * 1.25]), "skin": np.clip(skin, 0, 1)[::-1].copy(),
        "hair": np.clip(hair, 0.01, 1)[::-1].copy(),
        "style": rng.choice(["bald", "short", "curly", "long", "afro", "tail", "bun", "bob", "messy"], p=[.06, .16, .15, .2, .1, .08, .06, .09, .1]),
        "beard": rng.random() < 0.2, "glasses": rng.random() < 0.22, "hat": rng.choice(["", "cap", "brim", "beanie"], p=[.84, .06, .05, .05]),
        "shoulder": rng.uniform(0.72, 1.02), "hip": rng.uniform(0.42, 0.62), "waist": rng.uniform(0.45, 0.7), "stout": rng.uniform(0.85, 1.35),
        "top": rng.choice(["tee", "sleeves", "jacket", "loose", "tank", "hood"], p=[.2, .28, .2, .14, .08, .1]),
        "bottom": rng.choice(["trousers", "skirt", "dress", "shorts"], p=[.55, .17, .16, .12]),
        "cloths": [any_colour(rng) for _ in range(4)], "patterns": [pattern(rng) for _ in range(3)],
        "lace": holes(rng) if rng.random() < 0.15 else None, "scarf": rng.random() < 0.12,
        "props": [rng.choice(["", "mug", "phone", "book", "stick", "paper", "flower", "bag", "mic"], p=[.62, .05, .05, .05, .05, .05, .05, .04, .04]) for _ in range(2)],
        "blurred": rng.random() < 0.3, "seed": int(rng.integers(1 << 31)), "strand": rng.uniform(0.25, 1.0),
        "flyaway": rng.uniform(0, 1) ** 2, "shade": rng.uniform(0.15, 0.5), "rest": np.full((8, 8), 1, np.float32),
    }


class Painter:
    def __init__(self, person, moment):
        self.p, self.m = person, moment
        self.rng = np.random.default_rng(person["seed"])
        angle = self.rng.uniform(0, 2 * np.pi)
        self.canvas = Canvas(SIZE, (np.cos(angle), -abs(np.sin(angle))))
        self.h = person["head"]
        self.neck = person["neck"] + moment["at"]
        self.lean = moment["lean"]

    def at(self, x, y):
        """From head heights about the neck (y down, leaning with the body) to pixels."""
        return np.float32([self.neck[0] + self.h * (x + self.lean * -y), self.neck[1] + self.h * y])

    def wobble(self, points, amount):
        points = np.asarray(points, np.float32)
        return points + self.rng.normal(0, amount * self.h, points.shape).astype(np.float32)

    def paint(self):
        p = self.p
        shoulder = p["shoulder"] * (1 - 0.25 * abs(self.m["turn"]))
        self.shoulders = [self.at(-shoulder, 0.32), self.at(shoulder, 0.32)]
        order = [0, 1] if self.m["turn"] < 0 else [1, 0]
        behind = self.rng.random() < 0.35
        self.hair_behind()
        self.legs()
        if behind:
            self.arm(order[0])
        self.torso(shoulder)
        self.head()
        if p["scarf"]:
            self.scarf()
        if not behind:
            self.arm(order[0])
        self.arm(order[1])
        return self.canvas.finish()

    def legs(self):
        p = self.p
        wide = 0.5 * p["stout"]
        for side, (thigh, shin) in zip((-1, 1), self.m["legs"]):
            hip = self.at(side * p["hip"] * 0.55, 2.75)
            a = np.radians(thigh)
            knee = hip + self.h * 1.65 * np.float32([np.sin(a), np.cos(a)])
            b = np.radians(thigh + shin)
            foot = knee + self.h * 1.6 * np.float32([np.sin(b), np.cos(b)])
            bare = p["bottom"] in ("skirt", "shorts", "dress")
            colour = p["skin"] if bare else p["cloths"][1]
            texture = None if bare else p["patterns"][1]
            self.canvas.shape([tube([hip, knee, foot], [self.h * wide * 1.15, self.h * wide * 0.85, self.h * wide * 0.6])], colour, texture, p["shade"])
            toe = foot + self.h * np.float32([side * 0.22, 0.18])
            self.canvas.shape([tube([foot, toe], [self.h * 0.3, self.h * 0.24])], p["cloths"][3])
            if p["bottom"] == "shorts":
                self.canvas.shape([tube([hip, hip + (knee - hip) * 0.75], [self.h * wide * 1.25, self.h * wide * 1.2])], p["cloths"][1], p["patterns"][1], p["shade"])

    def torso(self, shoulder):
        p, h = self.p, self.h
        sway = self.m["sway"] * 0.04
        waist, hip = p["waist"] * p["stout"], p["hip"] * p["stout"]
        if p["bottom"] in ("skirt", "dress"):
            length = 2.7 + self.rng.uniform(0.9, 2.4)
            flare = hip * self.rng.uniform(1.1, 2.2)
            hem = [self.at(x * flare + sway[0], length + 0.12 * np.sin(5 * x + sway[1])) for x in np.linspace(1, -1, 9)]
            outline = smooth([self.at(-waist, 2.2), *[self.at(waist, 2.2)], *hem], 5)
            self.canvas.shape([outline], p["cloths"][1], p["patterns"][1], p["shade"], opacity=p["lace"])
        else:
            outline = smooth([self.at(-waist, 2.2), self.at(waist, 2.2), self.at(hip, 2.7), self.at(hip * 0.9, 3.1), self.at(0, 3.15), self.at(-hip * 0.9, 3.1), self.at(-hip, 2.7)], 5)
            self.canvas.shape([outline], p["cloths"][1], p["patterns"][1], p["shade"])
        self.canvas.shape([tube([self.at(0, -0.3), self.at(0, 0.25)], [h * 0.42 * p["stout"] ** 0.5, h * 0.5])], p["skin"], None, p["shade"])
        loose = 1.25 if p["top"] in ("loose", "hood", "jacket") else 1.0
        low = self.rng.uniform(2.4, 3.2) * (1.1 if p["top"] == "loose" else 1)
        side = [(shoulder * 0.45, 0.07), (shoulder * 0.98, 0.2), (shoulder * 1.05, 0.5), (waist * loose, 1.4), (waist * loose, 2.1), (hip * loose, low)]
        points = [self.at(x, y) for x, y in side] + [self.at(sway[0], low + 0.06)] + [self.at(-x, y) for x, y in side[::-1]] + [self.at(0, 0.22 if p["top"] != "hood" else 0.05)]
        outline = smooth(self.wobble(points, 0.015), 6)
        lace = p["lace"] if p["top"] == "loose" else None
        self.canvas.shape([outline], p["cloths"][0], p["patterns"][0], p["shade"], opacity=lace)
        self.outline = outline
        if p["top"] == "jacket":
            cut = self.canvas.coverage([outline])
            gap = self.rng.uniform(0.1, 0.35)
            front = [self.at(-gap * 0.6, 0.05), self.at(gap * 0.6, 0.05), self.at(gap * 1.2, low), self.at(-gap, low)]
            if cut is not None:
                self.canvas.shape([np.float32(front)], p["cloths"][2], p["patterns"][2], 0.1, cut=cut)
        elif p["top"] == "tank" or self.rng.random() < 0.3:
            cut = self.canvas.coverage([outline])
            if cut is not None:
                self.canvas.shape([smooth([self.at(-0.25, -0.1), self.at(0.25, -0.1), self.at(0.1, 0.5), self.at(-0.1, 0.5)])], p["skin"], None, 0.1, cut=cut)
        if self.rng.random() < 0.35:
            self.folds(outline)
        if p["top"] == "hood":
            self.canvas.shape([tube([self.at(-0.5, 0.1), self.at(0, 0.3), self.at(0.5, 0.1)], [h * 0.25, h * 0.32, h * 0.25])], p["cloths"][0] * 0.85, p["patterns"][0], p["shade"])

    def folds(self, outline):
        """Creases and prints: dark and light strokes inside the cloth."""
        cut = self.canvas.coverage([outline])
        if cut is None:
            return
        for _ in range(self.rng.integers(2, 9)):
            x, y = self.rng.uniform(-0.7, 0.7), self.rng.uniform(0.4, 2.4)
            dx, dy = self.rng.normal(0, 0.3, 2)
            line = tube([self.at(x, y), self.at(x + dx, y + dy), self.at(x + 1.6 * dx, y + 2 * dy)], [self.h * 0.02, self.h * self.rng.uniform(0.02, 0.08), self.h * 0.01])
            self.canvas.shape([line], np.clip(self.p["cloths"][0] * self.rng.choice([0.5, 0.7, 1.4]), 0, 1), None, 0, opacity=0.5, cut=cut)

    def arm(self, index):
        p, h = self.p, self.h
        side = (-1, 1)[index]
        upper, fore = self.m["arms"][index]
        start = self.shoulders[index] - np.float32([side * 0.12 * h, 0])
        elbow = start + h * 1.3 * np.float32([np.sin(upper), np.cos(upper)])
        bend = upper + fore
        wrist = elbow + h * 1.15 * np.float32([np.sin(bend), np.cos(bend)])
        wide = 0.36 * p["stout"] ** 0.5
        prop = p["props"][index]
        if prop in ("stick", "bag", "flower"):
            self.prop(prop, wrist, bend)
        self.hand(index, wrist, bend)
        if p["top"] in ("tee", "tank", "loose"):
            self.canvas.shape([tube([start, elbow, wrist], [h * wide, h * wide * 0.82, h * wide * 0.55])], p["skin"], None, p["shade"])
            if p["top"] != "tank":
                share = self.rng.uniform(0.4, 0.9)
                wider = 1.2 if p["top"] == "tee" else 1.7
                self.canvas.shape([tube([start, start + (elbow - start) * share], [h * wide * 1.15, h * wide * wider])], p["cloths"][0], p["patterns"][0], p["shade"],
                                  opacity=p["lace"] if p["top"] == "loose" else None)
        else:
            end = elbow + (wrist - elbow) * self.rng.uniform(0.8, 1.0)
            loose = 1.25 if p["top"] in ("jacket", "hood") else 1.08
            line = tube([start, elbow, end], [h * wide * loose * 1.05, h * wide * loose * 0.95, h * wide * loose * 0.75])
            self.canvas.shape([self.wobble(line, 0.006)], p["cloths"][0] * 0.97, p["patterns"][0], p["shade"])
        if prop not in ("", "stick", "bag", "flower"):
            self.prop(prop, wrist + h * 0.3 * np.float32([np.sin(bend), np.cos(bend)]), bend)

    def hand(self, index, wrist, angle):
        h, skin = self.h, self.p["skin"]
        along = np.float32([np.sin(angle), np.cos(angle)])
        across = np.float32([along[1], -along[0]]) * (-1, 1)[index]
        palm = wrist + along * h * 0.26
        self.canvas.shape([tube([wrist - along * h * 0.05, palm], [h * 0.2, h * 0.3])], skin, None, self.p["shade"])
        for finger in range(5):
            curl = self.m["fingers"][index * 5 + finger]
            place = (finger - 2) / 2
            direction = along + across * place * (0.15 + self.m["spread"][index])
            root = palm + across * place * h * 0.11
            if finger == 0:
                direction, root = along * 0.6 - across * 0.9, wrist + along * h * 0.1 - across * h * 0.1
            length = h * (0.34 if finger else 0.26) * curl
            middle = root + direction * length * 0.6
            end = middle + (direction + along * (curl - 0.6)) * length * 0.5
            self.canvas.shape([tube([root, middle, end], [h * 0.085, h * 0.075, h * 0.06], 4)], skin * 0.97, None, self.p["shade"])

    def prop(self, kind, at, angle):
        h, rng, colour = self.h, self.rng, self.p["cloths"][2]
        along = np.float32([np.sin(angle), np.cos(angle)])
        across = np.float32([along[1], -along[0]])
        if kind in ("book", "paper", "phone"):
            tall, wide = {"book": (0.8, 0.6), "paper": (1.0, 0.75), "phone": (0.5, 0.25)}[kind]
            turn = rng.normal(0, 0.5)
            axis = np.float32([np.cos(turn), np.sin(turn)])
            other = np.float32([-axis[1], axis[0]])
            corners = [at + h * (a * axis * wide / 2 + b * other * tall / 2) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            self.canvas.shape([np.float32(corners)], {"paper": np.float32([0.92, 0.93, 0.94]), "phone": np.float32([0.06, 0.06, 0.07])}.get(kind, colour), self.p["patterns"][2] if kind == "book" else None, 0.1)
        elif kind == "mug":
            self.canvas.shape([np.float32([at + h * np.float32(c) for c in ((-.2, -.25), (.2, -.25), (.18, .25), (-.18, .25))])], colour, None, 0.4)
            ring = [at + h * np.float32([0.2 + 0.13 * np.cos(t), 0.14 * np.sin(t)]) for t in np.linspace(-1.5, 1.5, 7)]
            self.canvas.shape([tube(ring, [h * 0.05] * 3, 4)], colour, None, 0.3)
        elif kind == "stick":
            self.canvas.shape([tube([at - across * h * 1.6, at + across * h * rng.uniform(0.3, 2)], [h * 0.05, h * 0.06])], colour, None, 0.3)
        elif kind == "mic":
            tip = at - along * h * 0.1 - np.float32([0, h * 0.5])
            self.canvas.shape([tube([at, tip], [h * 0.1, h * 0.1])], np.float32([0.08, 0.08, 0.08]))
            self.canvas.shape([tube([tip, tip - np.float32([0, h * 0.1])], [h * 0.2, h * 0.2])], np.float32([0.3, 0.3, 0.3]))
        elif kind == "bag":
            self.canvas.shape([smooth([at + h * np.float32(c) for c in ((-.4, .5), (.4, .5), (.5, 1.3), (-.5, 1.3))])], colour, self.p["patterns"][2])
            for s in (-0.3, 0.3):
                self.canvas.shape([tube([at, at + h * np.float32([s, 0.55])], [h * 0.05] * 2, 4)], colour * 0.8)
        elif kind == "flower":
            self.canvas.shape([tube([at + [0, h * 0.3], at - [0, h * 0.5], at - [h * 0.1, h * 1.0]], [h * 0.04] * 3)], np.float32([0.15, 0.45, 0.2]))
            centre = at - np.float32([h * 0.1, h * 1.0])
            for t in np.linspace(0, 2 * np.pi, rng.integers(5, 12), endpoint=False):
                self.canvas.shape([tube([centre, centre + h * 0.25 * np.float32([np.cos(t), np.sin(t)])], [h * 0.06, h * 0.13], 4)], colour, None, 0.2)

    def scarf(self):
        h, rng, p = self.h, self.rng, self.p
        self.canvas.shape([tube([self.at(-0.42, 0.02), self.at(0, 0.22), self.at(0.42, 0.02)], [h * 0.3, h * 0.38, h * 0.3])], p["cloths"][2], p["patterns"][2], p["shade"])
        side = rng.choice([-1, 1])
        end = self.at(side * 0.35 + self.m["sway"][0] * 0.08, 0.3 + rng.uniform(0.8, 2.0))
        start = self.at(side * 0.2, 0.15)
        self.canvas.shape([tube([start, (start + end) / 2 + h * 0.05 * self.m["sway"][1], end], [h * 0.28, h * 0.32, h * 0.34])], p["cloths"][2], p["patterns"][2], p["shade"], opacity=p["lace"])
        fringe = [np.float32([end + [x, 0], end + [x + rng.normal(0, h * 0.03), h * rng.uniform(0.1, 0.25)]]) for x in np.linspace(-h * 0.16, h * 0.16, 22)]
        self.canvas.strokes(fringe, [p["cloths"][2]] * len(fringe), [2] * len(fringe))

    # The head and what grows on it, in head heights about its centre, turned with the nod.
    def face(self, x, y):
        c, s = np.cos(self.m["nod"]), np.sin(self.m["nod"])
        centre = self.at(0, -0.62)
        return centre + self.h * np.float32([x * c - y * s, x * s + y * c])

    def head(self):
        p, h, turn = self.p, self.h, self.m["turn"]
        wide = 0.37 * p["stout"] ** 0.25
        for side in (-1, 1):
            if side * turn < 0.4:
                self.canvas.shape([tube([self.face(side * wide, -0.04), self.face(side * wide * 1.02, 0.08)], [h * 0.12, h * 0.08])], p["skin"] * 0.93, None, 0.3)
        outline = [self.face(wide * x, y) for x, y in ((-.98, -.05), (-.86, -.32), (-.5, -.47), (0, -.5), (.5, -.47), (.86, -.32), (.98, -.05), (.9, .2), (.62, .4), (.28, .5), (-.28, .5), (-.62, .4), (-.9, .2))]
        self.canvas.shape([smooth(outline, 5)], p["skin"], None, p["shade"])
        cut = self.canvas.coverage([smooth(outline, 5)])
        if cut is None:
            return
        if p["blurred"]:
            tint = np.clip(p["skin"] * self.rng.uniform(0.6, 1.1) + self.rng.normal(0, 0.04, 3), 0, 1).astype(np.float32)
            self.canvas.shape([smooth([self.face(wide * x, y) for x, y in ((-.8, -.3), (.8, -.3), (.9, 0), (.5, .42), (0, .5), (-.5, .42), (-.9, 0))], 5)], tint, None, 0.1, opacity=0.85, cut=cut)
        else:
            for side in (-1, 1):
                x = wide * (side * 0.42 + turn * 0.5)
                self.canvas.shape([tube([self.face(x - 0.06, -0.02), self.face(x, -0.035), self.face(x + 0.06, -0.02)], [h * 0.02, h * 0.05, h * 0.02], 4)], np.float32([0.9, 0.9, 0.9]), None, 0)
                self.canvas.shape([tube([self.face(x, -0.03), self.face(x + 0.005, -0.02)], [h * 0.05] * 2, 3)], np.float32([0.1, 0.08, 0.06]), None, 0)
                self.canvas.shape([tube([self.face(x - 0.09, -0.11), self.face(x, -0.14), self.face(x + 0.08, -0.11)], [h * 0.02, h * 0.035, h * 0.015], 4)], p["hair"] * 0.8, None, 0)
            nose = wide * turn * 0.8
            self.canvas.shape([tube([self.face(nose * 0.7, 0), self.face(nose, 0.14)], [h * 0.06, h * 0.12], 4)], p["skin"] * 0.93, None, 0.3, opacity=0.7)
            self.canvas.shape([tube([self.face(nose * 0.8 - 0.1, 0.29), self.face(nose * 0.8, 0.3), self.face(nose * 0.8 + 0.1, 0.29)], [h * 0.02, h * 0.05, h * 0.02], 4)], p["skin"] * np.float32([0.6, 0.55, 0.85]), None, 0)
        if p["beard"]:
            self.strands(self.beard_roots(wide), 0.12 * self.rng.uniform(0.5, 2), 0.2, 0.02, 500)
        self.hair(wide, cut)
        if p["glasses"]:
            self.glasses(wide)
        if p["hat"]:
            self.hat(wide)

    def beard_roots(self, wide):
        t = self.rng.uniform(0.05 * np.pi, 0.95 * np.pi, 500)
        r = self.rng.uniform(0.7, 1, 500)
        return [(wide * 0.92 * np.cos(a) * k, 0.05 + 0.42 * np.sin(a) * k) for a, k in zip(t, r)]

    def glasses(self, wide):
        h, turn = self.h, self.m["turn"]
        frame = self.p["cloths"][3]
        thick = h * self.rng.uniform(0.015, 0.04)
        dark = self.rng.random() < 0.3
        for side in (-1, 1):
            x = wide * (side * 0.45 + turn * 0.45)
            ring = [self.face(x + 0.13 * np.cos(t), -0.02 + 0.1 * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 14)]
            self.canvas.shape([np.float32(ring)], np.float32([0.05, 0.05, 0.05]) if dark else np.float32([0.9, 0.9, 0.95]), None, 0, opacity=0.9 if dark else 0.15)
            self.canvas.shape([tube(ring, [thick] * 3, 3)], frame, None, 0.2)
            self.canvas.shape([tube([self.face(x + side * 0.12, -0.03), self.face(side * wide * 1.02, -0.03)], [thick] * 2, 3)], frame, None, 0)

    def hat(self, wide):
        p = self.p
        kind = p["hat"]
        crown = [self.face(wide * x, y) for x, y in ((-1.1, -.25), (-1.05, -.5), (-.6, -.68), (0, -.72), (.6, -.68), (1.05, -.5), (1.1, -.25))]
        self.canvas.shape([smooth(crown, 5)], p["cloths"][2], p["patterns"][2], p["shade"])
        if kind == "brim":
            brim = self.rng.uniform(1.5, 2.2)
            self.canvas.shape([smooth([self.face(wide * x * brim, y) for x, y in ((-1, -.24), (0, -.34), (1, -.24), (0, -.16))], 8)], p["cloths"][2] * 0.9, p["patterns"][2], 0.2)
        elif kind == "cap":
            side = 1 if self.m["turn"] > 0 else -1
            self.canvas.shape([smooth([self.face(wide * side * x, y) for x, y in ((-.2, -.3), (1.0, -.32), (1.75, -.2), (1.0, -.2), (0, -.22))], 6)], p["cloths"][2] * 0.8, None, 0.2)

    def hair_behind(self):
        """The mass of long hair, behind the body."""
        p, rng = self.p, self.rng
        if p["style"] not in ("long", "bob", "tail", "bun", "afro", "curly"):
            return
        wide = 0.4
        if p["style"] in ("long", "bob"):
            length = rng.uniform(0.9, 2.2) if p["style"] == "long" else rng.uniform(0.35, 0.7)
            out = rng.uniform(0.36, 0.62)
            points = [self.face(-wide, -0.3), self.face(0, -0.58), self.face(wide, -0.3), self.face(out, 0.3), self.face(out * rng.uniform(0.7, 1.2), length), self.face(0, length * 0.95), self.face(-out * rng.uniform(0.7, 1.2), length), self.face(-out, 0.3)]
            self.canvas.shape([smooth(self.wobble(points, 0.03), 6)], p["hair"] * 0.8, None, 0.2)
            roots = [(side * rng.uniform(0.25, 0.95) * out, rng.uniform(-0.3, 0.35)) for side in rng.choice([-1, 1], 500)]
            self.strands(roots, length * 0.8, rng.uniform(0.05, 0.3), rng.uniform(0.01, 0.09), 400, fall=1.0)
        elif p["style"] == "tail":
            side = rng.choice([-1, 1])
            end = self.face(side * rng.uniform(0.3, 0.7), rng.uniform(0.6, 1.4))
            self.canvas.shape([tube([self.face(0, -0.4), self.face(side * 0.45, -0.3), end], [self.h * 0.2, self.h * 0.22, self.h * 0.06])], p["hair"] * 0.85, None, 0.3)
            self.strands([(side * rng.uniform(0.3, 0.55), rng.uniform(-0.4, 0.4)) for _ in range(200)], 0.6, 0.2, 0.03, 150, fall=0.9)
        elif p["style"] == "bun":
            centre = self.face(0, -0.62)
            ring = [centre + self.h * 0.2 * np.float32([np.cos(t), np.sin(t)]) for t in np.linspace(0, 2 * np.pi, 10, endpoint=False)]
            self.canvas.shape([smooth(self.wobble(ring, 0.01), 4)], p["hair"] * 0.9, None, 0.3)
        else:
            size = rng.uniform(0.5, 0.85) if p["style"] == "afro" else rng.uniform(0.45, 0.62)
            ring = [self.face(size * np.cos(t), -0.15 + size * 0.85 * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 26, endpoint=False)]
            self.canvas.shape([smooth(self.wobble(ring, 0.03), 4)], p["hair"] * 0.85, 1 + 0.3 * noise(rng, 128, 128, 0.6)[..., 0], 0.2)
            roots = [(size * 0.92 * np.cos(t), -0.15 + size * 0.8 * np.sin(t)) for t in rng.uniform(0.9 * np.pi, 2.1 * np.pi, 700)]
            self.strands(roots, rng.uniform(0.12, 0.3), 0.6, rng.uniform(0.04, 0.09), 700, curl=rng.uniform(1, 3))

    def hair(self, wide, cut):
        """The hair over the skull, with strands that leave it."""
        p, rng = self.p, self.rng
        style = p["style"]
        if style == "bald":
            return
        line = rng.uniform(-0.32, -0.18)
        top = {"short": 0.56, "messy": 0.6, "curly": 0.6, "afro": 0.62}.get(style, 0.55)
        side = 1.04 if style in ("short", "bun", "tail") else 1.12
        low = {"short": -0.02, "messy": 0.05}.get(style, 0.18)
        part = rng.uniform(-0.4, 0.4)
        points = [(-side, low), (-side * 1.02, -.25), (-.75, -.46), (0, -top), (.75, -.46), (side * 1.02, -.25), (side, low), (.88, -.1), (.7, line), (part, line - 0.07), (-.7, line), (-.88, -.1)]
        self.canvas.shape([smooth(self.wobble([self.face(wide * x, y) for x, y in points], 0.012), 5)], p["hair"], 1 + 0.15 * noise(rng, 128, 128, 0.8)[..., 0], 0.3)
        t = rng.uniform(np.pi * 0.95, np.pi * 2.05, 600)
        roots = [(wide * 1.0 * np.cos(a), -0.02 + (top - 0.06) * np.sin(a)) for a in t]
        if style in ("short", "bun", "tail", "bob"):
            self.strands(roots, rng.uniform(0.05, 0.16), 0.5, 0.015, 350, fall=0.1)
        elif style == "messy":
            self.strands(roots, rng.uniform(0.15, 0.35), 0.7, 0.04, 500, fall=0.2, tuft=True)
        elif style in ("curly", "afro"):
            self.strands(roots, rng.uniform(0.15, 0.35), 0.6, rng.uniform(0.04, 0.1), 500, curl=rng.uniform(0.8, 2.5), fall=0.15, tuft=rng.random() < 0.6)
            inner = [(wide * x, y) for x, y in zip(rng.uniform(-0.9, 0.9, 200), rng.uniform(-0.5, line, 200))]
            self.strands(inner, 0.2, 0.8, 0.06, 200, curl=1.5)
        else:
            out = [(s * wide * rng.uniform(0.85, 1.1), rng.uniform(-0.3, 0.2)) for s in rng.choice([-1, 1], 500)]
            self.strands(out, rng.uniform(0.5, 1.3), 0.12, rng.uniform(0.01, 0.06), 350, fall=0.95)
            self.strands(roots, rng.uniform(0.06, 0.25), 0.5, 0.03, 150, fall=0.4)
        loose = int(140 * p["flyaway"])
        self.strands(roots, rng.uniform(0.25, 0.7), 0.9, 0.08, loose, fall=0.3, thin=True)

    def strands(self, roots, length, spread, wave, count, fall=0.0, curl=0.0, thin=False, tuft=False):
        """
        Curves that leave the roots outwards: `spread` is how much their direction differs, `fall` how much they hang,
        `wave` how far they swing, `curl` how often, `tuft` whether neighbours keep together.
        """
        count = min(count, len(roots), int(count * (0.4 + self.p["strand"])))
        if count == 0:
            return
        rng = self.rng
        roots = np.float32(roots)[:count]
        out = roots / (np.linalg.norm(roots, axis=1, keepdims=True) + 1e-3)
        direction = np.arctan2(out[:, 1], out[:, 0])
        if tuft:
            groups = np.floor(direction * rng.uniform(3, 8))
            lift = np.random.default_rng(self.p["seed"]).normal(0, 1, 64)[groups.astype(int) % 64]
            direction = direction + spread * lift + rng.normal(0, spread * 0.15, count)
            long = length * (1 + 0.4 * lift) * rng.uniform(0.6, 1.1, count)
        else:
            direction = direction + rng.normal(0, spread, count)
            long = length * rng.uniform(0.4, 1.15, count)
        steps = np.linspace(0, 1, 12 if curl or length > 0.5 else 7)[None]
        swing = wave * np.sin(2 * np.pi * (steps * (curl if curl else 0.8) * rng.uniform(0.7, 1.4, (count, 1)) + rng.random((count, 1)) * (0.2 if tuft else 1))) * np.sqrt(steps)
        hang = np.clip(fall * steps * 1.6, 0, 0.97)
        gone = long[:, None] * steps
        x = roots[:, :1] + gone * np.cos(direction)[:, None] * (1 - hang) + swing
        y = roots[:, 1:] + gone * (np.sin(direction)[:, None] * (1 - hang) + hang) + (swing if curl else 0) * np.cos(2 * np.pi * steps * max(curl, 0.5))
        x = x + self.m["sway"][0] * 0.02 * steps * fall
        c, s = np.cos(self.m["nod"]), np.sin(self.m["nod"])
        centre = self.at(0, -0.62)
        lines = np.stack([centre[0] + self.h * (x * c - y * s), centre[1] + self.h * (x * s + y * c)], -1)
        colours = np.clip(self.p["hair"] * rng.uniform(0.65, 1.35, (count, 1)) + rng.uniform(0, 0.03, (count, 1)), 0, 1)
        widest = 1 if thin else max(1, int(round(self.h / 110)))
        thickness = rng.integers(1, widest + 1, count)
        self.canvas.strokes(list(lines), colours, [int(t) for t in thickness], 0.9)


def draw_pair(seed):
    """Two moments of one person: premultiplied BGRA, uint8 [2, SIZE, SIZE, 4]."""
    rng = np.random.default_rng([seed, 1])
    person = build(rng)
    first = pose(rng)
    second = moved(rng, first, rng.choice([1.0, 6.0, 20.0, 50.0], p=[.25, .35, .25, .15]))
    return np.stack([Painter(person, first).paint(), Painter(person, second).paint()])

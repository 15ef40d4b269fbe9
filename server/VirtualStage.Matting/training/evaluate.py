"""
Measures weights over stills and a clip as the theatre runs them (body mask, aligned plate, two squares, gate):
`evaluate.py WEIGHTS DATA [--square 384] [--pictures FOLDER]`. DATA has `stills` and `clip` as the project's measuring
pictures have them. The pipeline here is a plain form of the one in C#, made for choosing between weights.
"""
import argparse
import json
import pathlib

import cv2
import numpy as np
import torch

import measures
from network import MULTIPLE, Refinement

MODELS = pathlib.Path(__file__).resolve().parent.parent / "Models"


class Body:
    """The body network, run by OpenCV."""

    def __init__(self, path=MODELS / "selfie_segmentation.onnx"):
        self.network = cv2.dnn.readNetFromONNX(str(path))

    def mask(self, frame):
        self.network.setInput(cv2.dnn.blobFromImage(frame, 1 / 255, (256, 256), swapRB=True))
        mask = self.network.forward()[0, 0]
        return np.clip(cv2.resize(mask, frame.shape[1::-1], interpolation=cv2.INTER_LINEAR), 0, 1)


def align(plate, frame, mask):
    """The plate with gain and offset by channel as the frame's sure background has them."""
    sure = cv2.dilate((mask[::4, ::4] > 0.05).astype(np.uint8), np.ones((9, 9))) == 0
    result = plate.astype(np.float32)
    if sure.sum() < 500:
        return result
    for c in range(3):
        b, f = plate[::4, ::4, c][sure].astype(np.float64), frame[::4, ::4, c][sure].astype(np.float64)
        keep = (b > 4) & (b < 251)
        for _ in range(3):
            gain, lift = np.polyfit(b[keep], f[keep], 1) if b[keep].std() > 3 else (1, (f - b)[keep].mean())
            error = np.abs(gain * b + lift - f)
            keep = error < 2.5 * np.median(error[keep]) + 1
        result[..., c] = np.clip(result[..., c] * np.clip(gain, 0.7, 1.4) + lift, 0, 255)
    return result


def evidence(mask, frame, plate):
    """Where somebody may be, uint8: the mask, even unsure, and what is unlike the plate and hangs together with it."""
    small = (frame.shape[1] // 8, frame.shape[0] // 8)
    unlike = np.abs(cv2.resize(frame, small, interpolation=cv2.INTER_AREA).astype(np.float32) - cv2.resize(plate, small, interpolation=cv2.INTER_AREA)).max(2)
    m = cv2.resize(mask, small, interpolation=cv2.INTER_AREA)
    candidates = cv2.morphologyEx(((unlike > 28) & (m > 0.02) | (m > 0.3)).astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2)))
    _, labels = cv2.connectedComponents(candidates)
    touched = np.unique(labels[(m > 0.7) & (labels > 0)])
    return cv2.resize(np.isin(labels, touched).astype(np.uint8), mask.shape[::-1], interpolation=cv2.INTER_NEAREST)


def squares(present, width, height, square):
    """Two squares (left, top, side) over all that is present, one over the other or side by side, whichever is smaller."""
    found = np.argwhere(present)
    top, left, bottom, right = (0, 0, height, width) if len(found) == 0 else (*found.min(0), *(found.max(0) + 1))
    pad = 0.07 * max(bottom - top, right - left) + 16
    left, right = max(left - pad, 0), min(right + pad, width)
    top, bottom = max(top - pad, 0), min(bottom + pad, height)
    w, h = right - left, bottom - top
    side = min(max(w, h / 1.85), max(h, w / 1.85), height)
    side = max(side, min(square, height) * 0.75)

    def place(low, high, size, first):
        at = low if first else high - side
        return float(np.clip(at if high - low > side else (low + high - side) / 2, 0, size - side))

    upright = max(w, h / 1.85) <= max(h, w / 1.85)
    result = []
    for first in (True, False):
        x = place(left, right, width, first) if not upright else place(left, right, width, True) if w > side else place(left, right, width, first)
        y = place(top, bottom, height, first) if upright else place(top, bottom, height, True) if h > side else place(top, bottom, height, first)
        result.append((x, y, side))
    return result


def feather(box, other, width, height):
    """How much a square counts at each pixel: one, falling off towards its edges inside the other square."""
    x, y, side = box
    xs, ys = np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)
    inside = ((xs[None] >= x) & (xs[None] < x + side) & (ys[:, None] >= y) & (ys[:, None] < y + side)).astype(np.float32)
    dx = np.minimum(xs - x if x > 0 else xs * 0 + 1e6, x + side - xs if x + side < width else xs * 0 + 1e6)
    dy = np.minimum(ys - y if y > 0 else ys * 0 + 1e6, y + side - ys if y + side < height else ys * 0 + 1e6)
    return inside * np.clip(np.minimum(dx[None], dy[:, None]) / 24, 1e-3, 1)


def gate(alpha, mask):
    """Nothing that does not hang together with the sure body."""
    core = cv2.erode((mask > 0.8).astype(np.uint8), np.ones((15, 15)))
    number, labels = cv2.connectedComponents((alpha > 0.08).astype(np.uint8))
    if not core.any():
        return alpha
    touched = np.unique(labels[(core > 0) & (labels > 0)])
    keep = np.zeros(number, np.float32)
    keep[touched] = 1
    near = cv2.dilate(keep[labels], np.ones((5, 5)))
    return alpha * near


class Matting:
    def __init__(self, weights, square=384, body=None, whole=False):
        self.network = Refinement()
        self.network.load_state_dict(torch.load(weights, map_location="cpu"))
        self.network.eval()
        self.square, self.body, self.whole = square, body or Body(), whole
        self.before = None

    def alpha(self, frame, plate):
        height, width = frame.shape[:2]
        mask = self.mask = self.body.mask(frame)
        plate = align(plate, frame, mask)
        before = mask if self.before is None else self.before
        planes = np.dstack([frame[..., ::-1].astype(np.float32) / 255, plate[..., ::-1] / 255, mask, before]).astype(np.float32)
        if self.whole:
            tall = -(-height // MULTIPLE) * MULTIPLE
            x = cv2.copyMakeBorder(planes[..., :4], 0, tall - height, 0, 0, cv2.BORDER_REPLICATE)
            y = cv2.copyMakeBorder(planes[..., 4:], 0, tall - height, 0, 0, cv2.BORDER_REPLICATE)
            result = self.run(np.dstack([x, y])[None])[0][:height]
        else:
            boxes = squares(evidence(mask, frame, plate), width, height, self.square)
            crops = []
            for x, y, side in boxes:
                scale = self.square / side
                matrix = np.float64([[scale, 0, (0.5 - x) * scale - 0.5], [0, scale, (0.5 - y) * scale - 0.5]])
                crops.append(np.dstack([cv2.warpAffine(planes[..., c:c + 4], matrix, (self.square, self.square), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for c in (0, 4)]))
            alphas = self.run(np.stack(crops))
            total, result = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
            for i, ((x, y, side), alpha) in enumerate(zip(boxes, alphas)):
                scale = side / self.square
                matrix = np.float64([[scale, 0, x + 0.5 * scale - 0.5], [0, scale, y + 0.5 * scale - 0.5]])
                back = cv2.warpAffine(alpha, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
                weight = feather(boxes[i], boxes[1 - i], width, height)
                result += back * weight
                total += weight
            result = np.where(total > 0, result / np.maximum(total, 1e-6), 0)
        self.before = gate(result, mask)
        return self.before

    def run(self, x):
        with torch.no_grad():
            return self.network(torch.from_numpy(np.ascontiguousarray(x.transpose(0, 3, 1, 2))))[:, 0].numpy()


def table(rows):
    return {name: round(float(np.mean([r[name] for r in rows])), 2) for name in rows[0]}


def measure(alpha, truth):
    return {"mad": measures.mad(alpha, truth), "mse": measures.mse(alpha, truth), "grad": measures.grad(alpha, truth), "bmad": measures.bmad(alpha, truth)}


def show(pictures, name, frame, alpha, truth, mask):
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
        grey = [cv2.cvtColor(np.uint8(255 * np.clip(a, 0, 1)), cv2.COLOR_GRAY2BGR) for a in (mask, alpha, np.abs(alpha - truth))]
        rows = np.vstack([np.hstack([frame, grey[0]]), np.hstack(grey[1:])])
        cv2.imwrite(str(pictures / f"{name}.png"), cv2.resize(rows, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("weights", type=pathlib.Path)
    options.add_argument("data", type=pathlib.Path)
    options.add_argument("--square", type=int, default=384)
    options.add_argument("--whole", action="store_true", help="the whole frame at once instead of squares")
    options.add_argument("--mask", action="store_true", help="measure the body mask alone")
    options.add_argument("--passes", type=int, default=1, help="how often a still is shown, each time with the last alpha")
    options.add_argument("--frames", type=int, default=60)
    options.add_argument("--pictures", type=pathlib.Path)
    options.add_argument("--threads", type=int, default=1)
    o = options.parse_args()
    torch.set_num_threads(o.threads)
    cv2.setNumThreads(1)
    matting = Matting(o.weights, o.square, whole=o.whole)
    result = {"square": "whole" if o.whole else o.square}
    groups = {"easy": [], "hard": []}
    each = {}
    for path in sorted((o.data / "stills").glob("*_img.png")):
        name = path.name[:-8]
        frame, plate = cv2.imread(str(path)), cv2.imread(str(path.with_name(name + "_back.png")))
        truth = cv2.imread(str(path.with_name(name + "_gt.png")), 0).astype(np.float32) / 255
        matting.before = None
        for _ in range(o.passes):
            alpha = matting.alpha(frame, plate)
        alpha = matting.mask if o.mask else alpha
        row = measure(alpha, truth)
        each[name] = {k: round(v, 2) for k, v in row.items()}
        groups["hard" if name.endswith("hard") else "easy"].append(row)
        show(o.pictures, name, frame, alpha, truth, matting.mask)
    result.update({k: table(v) for k, v in groups.items() if v})
    rows, flicker, last = [], [], None
    plate = cv2.imread(str(o.data / "clip" / "plate.png"))
    matting.before = None
    for i in range(o.frames):
        frame = cv2.imread(str(o.data / "clip" / f"f{i:03d}.jpg"))
        truth = cv2.imread(str(o.data / "clip" / f"gt{i:03d}.png"), 0).astype(np.float32) / 255
        alpha = matting.alpha(frame, plate)
        alpha = matting.mask if o.mask else alpha
        rows.append(measure(alpha, truth))
        if last is not None:
            flicker.append(measures.dtssd(alpha, last[0], truth, last[1]))
        last = (alpha, truth)
        if i % 15 == 14:
            show(o.pictures, f"clip{i:03d}", frame, alpha, truth, matting.mask)
    if rows:
        result["clip"] = table(rows) | {"dtssd": round(float(np.mean(flicker or [0])), 2)}
    result["stills"] = each
    print(json.dumps(result))


if __name__ == "__main__":
    main()

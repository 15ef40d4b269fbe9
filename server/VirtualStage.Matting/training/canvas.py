"""A canvas of colour and exact coverage that shapes are painted onto, back to front."""
import cv2
import numpy as np

SHIFT = 4
SCALE = 1 << SHIFT


def noise(rng, height, width, power=1.0, channels=1):
    """Noise with a 1/f^power spectrum, zero mean, unit deviation, float32 [height, width, channels]."""
    fy = np.fft.fftfreq(height)[:, None]
    fx = np.fft.rfftfreq(width)[None]
    amplitude = 1 / np.maximum(np.hypot(fy, fx), 1.0 / max(height, width)) ** power
    planes = []
    for _ in range(channels):
        spectrum = amplitude * np.exp(2j * np.pi * rng.random(amplitude.shape))
        plane = np.fft.irfft2(spectrum, s=(height, width))
        planes.append((plane - plane.mean()) / (plane.std() + 1e-6))
    return np.stack(planes, -1).astype(np.float32)


def smooth(points, samples=8, closed=True):
    """A Catmull-Rom curve through the points, float32 [n, 2]."""
    p = np.asarray(points, np.float32)
    if closed:
        a, b, c, d = np.roll(p, 1, 0), p, np.roll(p, -1, 0), np.roll(p, -2, 0)
    else:
        e = np.concatenate([p[:1], p, p[-1:]])
        a, b, c, d = e[:-3], e[1:-2], e[2:-1], e[3:]
    t = np.linspace(0, 1, samples, endpoint=False, dtype=np.float32)[None, :, None]
    a, b, c, d = (x[:, None] for x in (a, b, c, d))
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3)
    curve = curve.reshape(-1, 2)
    return curve if closed else np.concatenate([curve, p[-1:]])


def tube(points, widths, samples=8):
    """The outline of a bent limb: a curve through the points, half as wide as told at each, with round ends."""
    line = smooth(points, samples, closed=False)
    at = np.linspace(0, 1, len(line))
    half = np.interp(at, np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    tangent = np.gradient(line, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-6
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], 1)
    turn = np.linspace(0, np.pi, 7)[1:-1]

    def cap(i, sign):
        n, t = normal[i], tangent[i] * sign
        return line[i] + half[i] * (np.cos(turn)[:, None] * n * sign + np.sin(turn)[:, None] * t)

    return np.concatenate([line + normal * half, cap(-1, 1), (line - normal * half)[::-1], cap(0, -1)])


class Canvas:
    """Colour (not premultiplied) and coverage at twice the size that is asked for in the end."""

    def __init__(self, size, light, factor=2):
        self.factor = factor
        self.size = size * factor
        self.colour = np.zeros((self.size, self.size, 3), np.float32)
        self.alpha = np.zeros((self.size, self.size), np.float32)
        self.light = light

    def coverage(self, polygons):
        """The box about the polygons and their coverage in it, or None where nothing is on the canvas."""
        polygons = [np.asarray(p, np.float32) * self.factor for p in polygons]
        both = np.concatenate(polygons)
        low = np.maximum(np.floor(both.min(0)).astype(int) - 2, 0)
        high = np.minimum(np.ceil(both.max(0)).astype(int) + 3, self.size)
        if (high - low).min() <= 2:
            return None
        mask = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
        for p in polygons:
            cv2.fillPoly(mask, [np.round((p - low) * SCALE).astype(np.int32)], 255, cv2.LINE_AA, SHIFT)
        return (slice(low[1], high[1]), slice(low[0], high[0])), mask

    def shape(self, polygons, colour, texture=None, relief=0.35, opacity=None, cut=None):
        """
        Paints polygons. `texture` is an image of factors about one, repeated; `relief` is how strongly the shape
        looks round in the canvas's light; `opacity` a factor or an image of factors, repeated; `cut` a mask as
        `coverage` gives it, in which alone the shape is painted.
        """
        found = self.coverage(polygons)
        if found is None:
            return
        box, mask = found
        m = mask.astype(np.float32) / 255
        height, width = m.shape
        if cut is not None:
            keep = np.zeros((self.size, self.size), np.uint8)
            keep[cut[0]] = cut[1]
            m *= keep[box].astype(np.float32) / 255
        if opacity is not None:
            m = m * (opacity if np.isscalar(opacity) else tile(opacity, box, height, width))
        paint = np.empty((height, width, 3), np.float32)
        paint[:] = np.asarray(colour, np.float32)
        if relief:
            small = cv2.resize(mask, (max(width // 8, 2), max(height // 8, 2)), interpolation=cv2.INTER_AREA)
            small = small.astype(np.float32) / 255
            small = cv2.copyMakeBorder(small, 8, 8, 8, 8, cv2.BORDER_CONSTANT)
            blur = cv2.GaussianBlur(small, (0, 0), max(min(width, height) / 8 / 5, 0.8))
            slope = cv2.Sobel(blur, cv2.CV_32F, 1, 0) * self.light[0] + cv2.Sobel(blur, cv2.CV_32F, 0, 1) * self.light[1]
            slope = np.clip(slope * max(min(width, height) / 8 / 5, 0.8), -1.5, 1.5)[8:-8, 8:-8]
            paint *= np.clip(1 - relief * cv2.resize(slope, (width, height)), 0.15, 1.8)[..., None]
        if texture is not None:
            factors = tile(texture, box, height, width)
            paint *= factors if factors.ndim == 3 else factors[..., None]
        self.blend(box, m, paint)

    def blend(self, box, m, paint):
        below = self.alpha[box]
        result = m + below * (1 - m)
        share = (m / np.maximum(result, 1e-4))[..., None]
        self.colour[box] += (paint - self.colour[box]) * share
        self.alpha[box] = result

    def strokes(self, lines, colours, thickness, opacity=1.0):
        """Paints many thin curves at once; `lines` in canvas units, `colours` a row each."""
        if not lines:
            return
        every = np.concatenate(lines) * self.factor
        low = np.maximum(np.floor(every.min(0)).astype(int) - 3, 0)
        high = np.minimum(np.ceil(every.max(0)).astype(int) + 4, self.size)
        if (high - low).min() <= 2:
            return
        box = (slice(low[1], high[1]), slice(low[0], high[0]))
        layer = np.zeros((high[1] - low[1], high[0] - low[0], 3), np.uint8)
        mask = np.zeros(layer.shape[:2], np.uint8)
        for line, colour, wide in zip(lines, colours, thickness):
            points = np.round((line * self.factor - low) * SCALE).astype(np.int32)
            tint = tuple(float(c) * 255 for c in np.clip(colour, 0, 1))
            cv2.polylines(layer, [points], False, tint, wide + 1, cv2.LINE_8, SHIFT)
            cv2.polylines(mask, [points], False, 255, wide, cv2.LINE_AA, SHIFT)
        m = mask.astype(np.float32) * (opacity / 255)
        self.blend(box, m, layer.astype(np.float32) / 255)

    def finish(self):
        """Premultiplied colour and alpha, uint8 [size, size, 4] in the order of OpenCV (BGRA)."""
        rgba = np.dstack([np.clip(self.colour, 0, 1) * self.alpha[..., None], self.alpha])
        small = self.size // self.factor
        rgba = cv2.resize(rgba, (small, small), interpolation=cv2.INTER_AREA)
        return np.round(np.clip(rgba, 0, 1) * 255).astype(np.uint8)


def tile(image, box, height, width):
    rows = np.arange(box[0].start, box[0].start + height) % image.shape[0]
    columns = np.arange(box[1].start, box[1].start + width) % image.shape[1]
    return image[rows][:, columns]

"""The measures of the matting literature; alphas are float32 [h, w] from 0 to 1."""
import cv2
import numpy as np


def mad(alpha, truth):
    return float(np.abs(alpha - truth).mean() * 1e3)


def mse(alpha, truth):
    return float(((alpha - truth) ** 2).mean() * 1e3)


def gaussian_gradient(image, sigma=1.4, epsilon=1e-2):
    """The gradient's magnitude by derivatives of a Gaussian, each filter of unit energy (Rhemann et al. 2009)."""
    half = int(np.ceil(sigma * np.sqrt(-2 * np.log(np.sqrt(2 * np.pi) * sigma * epsilon))))
    t = np.arange(-half, half + 1, dtype=np.float64)
    gauss = np.exp(-t ** 2 / (2 * sigma ** 2)) / (sigma * np.sqrt(2 * np.pi))
    slope = -t * gauss / sigma ** 2
    energy = np.sqrt((np.outer(gauss, slope) ** 2).sum())
    image = image.astype(np.float64)
    x = cv2.sepFilter2D(image, -1, slope / energy, gauss, borderType=cv2.BORDER_REPLICATE)
    y = cv2.sepFilter2D(image, -1, gauss, slope / energy, borderType=cv2.BORDER_REPLICATE)
    return np.sqrt(x * x + y * y)


def grad(alpha, truth):
    """The sum over the frame of squared differences of gradient magnitudes, in thousands."""
    return float(((gaussian_gradient(alpha) - gaussian_gradient(truth)) ** 2).sum() / 1e3)


def band(truth, radius=15):
    """Within so many pixels of the true edge."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    soft = ((truth > 0.02) & (truth < 0.98)).astype(np.uint8)
    solid = (truth >= 0.5).astype(np.uint8)
    soft |= cv2.morphologyEx(solid, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return cv2.dilate(soft, kernel) > 0


def bmad(alpha, truth):
    return float(np.abs(alpha - truth)[band(truth)].mean() * 1e3)


def dtssd(alpha, before, truth, truth_before):
    """How differently the alpha changes from one frame to the next, ×10²."""
    return float(np.sqrt((((alpha - before) - (truth - truth_before)) ** 2).mean()) * 1e2)

import tempfile
import pathlib
import unittest

import cv2
import numpy as np

import clip
import measures
import people
import rooms
import samples
from canvas import Canvas, noise, smooth, tube


class ClipTests(unittest.TestCase):
    def test_somebody_comes_into_the_room_of_the_plate(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder)
            clip.draw(out, person=9, room=21, tall=1.0, empty=2, frames=1)
            plate, frame = cv2.imread(str(out / "plate.png")), cv2.imread(str(out / "frames" / "000.jpg"))
            alpha = cv2.imread(str(out / "truth" / "000.png"), cv2.IMREAD_GRAYSCALE)
            played = (out / "clip.mjpeg").read_bytes()
        off = np.abs(frame.astype(float) - plate).mean(2)
        self.assertEqual(frame.shape, (clip.HEIGHT, clip.WIDTH, 3))
        self.assertEqual(played.count(b"\xff\xd9\xff\xd8") + 1, 3)
        self.assertTrue(0.03 < alpha.mean() / 255 < 0.4, alpha.mean())
        # JPEG keeps half of the colours' pixels: about the person it mixes them with the room's.
        away = cv2.dilate(alpha, np.ones((33, 33))) == 0
        self.assertLess(off[away].mean(), 8)
        self.assertGreater(off[alpha == 255].mean(), 3 * off[away].mean())


class CanvasTests(unittest.TestCase):
    def test_an_edge_between_pixels_covers_its_share(self):
        canvas = Canvas(16, (0, -1))
        canvas.shape([np.float32([(4, 4), (10.5, 4), (10.5, 12), (4, 12)]) - 0.25], (1, 1, 1), relief=0)
        alpha = canvas.finish()[..., 3].astype(float) / 255
        self.assertEqual(alpha[8, 7], 1)
        self.assertEqual(alpha[8, 13], 0)
        edges = alpha[8, [3, 10]]
        self.assertTrue(((edges > 0.05) & (edges < 0.95)).all(), edges)
        # OpenCV draws shapes up to half a pixel of the doubled canvas larger on every side.
        self.assertTrue(6.5 * 8 - 1 < alpha.sum() < 7.2 * 8.7 + 1, alpha.sum())

    def test_what_is_painted_over_half_opaque_adds_up(self):
        canvas = Canvas(8, (0, -1))
        square = np.float32([(-2, -2), (10, -2), (10, 10), (-2, 10)])
        canvas.shape([square], (1, 0, 0), relief=0, opacity=0.5)
        canvas.shape([square], (0, 1, 0), relief=0, opacity=0.5)
        blue, green, _, alpha = canvas.finish()[4, 4]
        self.assertEqual((alpha, green, blue), (191, 128, 64))

    def test_what_lies_beside_the_canvas_is_left_out(self):
        canvas = Canvas(8, (0, -1))
        canvas.shape([np.float32([(50, 50), (60, 50), (60, 60)])], (1, 1, 1))
        canvas.strokes([np.float32([(-50, -50), (-40, -60)])], [(1, 1, 1)], [1])
        self.assertEqual(canvas.finish().max(), 0)

    def test_a_tube_is_as_wide_as_told(self):
        outline = tube([(0, 0), (50, 0), (100, 0)], [10, 10, 10])
        self.assertAlmostEqual(np.abs(outline[:, 1]).max(), 5, delta=0.2)
        self.assertGreater(outline[:, 0].max(), 103)

    def test_a_curve_goes_through_its_points(self):
        points = np.float32([(0, 0), (10, 5), (20, -3), (5, -10)])
        curve = smooth(points)
        for p in points:
            self.assertLess(np.linalg.norm(curve - p, axis=1).min(), 1e-4)

    def test_noise_has_unit_deviation(self):
        self.assertAlmostEqual(noise(np.random.default_rng(1), 64, 96, 1.5).std(), 1, delta=0.01)


class PeopleTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pair = people.draw_pair(3)

    def test_the_same_seed_draws_the_same_person(self):
        self.assertTrue(np.array_equal(self.pair, people.draw_pair(3)))
        self.assertFalse(np.array_equal(self.pair, people.draw_pair(4)))

    def test_colour_is_premultiplied_and_alpha_has_edges(self):
        self.assertEqual(self.pair.shape, (2, people.SIZE, people.SIZE, 4))
        self.assertTrue((self.pair[..., :3] <= self.pair[..., 3:].astype(int) + 1).all())
        alpha = self.pair[..., 3]
        self.assertTrue((alpha == 0).any() and (alpha == 255).any() and ((alpha > 40) & (alpha < 215)).any())

    def test_the_second_moment_is_near_the_first(self):
        a, b = (self.pair[i, ..., 3].astype(float) / 255 for i in (0, 1))
        self.assertGreater(np.abs(a - b).sum(), 0)
        self.assertGreater(np.minimum(a, b).sum() / np.maximum(a, b).sum(), 0.3)


class SampleTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        for i in range(2):
            np.save(folder / f"person{i:05d}.npy", people.draw_pair(i + 1))
        np.save(folder / "room00000.npy", rooms.draw_room(1))
        cls.samples = [samples.Composer(samples.Bank(folder), 7)]
        cls.samples = [cls.samples[0].sample(128) for _ in range(12)]
        cls.again = samples.Composer(samples.Bank(folder), 7).sample(128)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_a_sample_has_all_planes(self):
        for s in self.samples:
            self.assertEqual((s.shape, s.dtype), ((samples.PLANES, 128, 128), np.uint8))

    def test_the_same_seed_composes_the_same(self):
        self.assertTrue(np.array_equal(self.samples[0], self.again))

    def test_where_nobody_is_the_frame_is_like_the_plate(self):
        unlike = []
        for s in self.samples:
            empty = cv2.erode((s[samples.ALPHA] == 0).astype(np.uint8), np.ones((9, 9))) > 0
            if empty.sum() > 500:
                unlike.append(np.median(np.abs(s[samples.FRAME].astype(int) - s[samples.PLATE])[:, empty]))
        self.assertGreater(len(unlike), 4)
        self.assertLess(np.median(unlike), 16)

    def test_masks_mostly_tell_where_the_body_is(self):
        right = [np.abs(s[samples.MASK].astype(int) - s[samples.ALPHA]).mean() for s in self.samples]
        self.assertLess(np.median(right), 60)
        self.assertGreater(np.median(right), 0.5)


class MeasureTests(unittest.TestCase):
    def setUp(self):
        self.truth = np.zeros((80, 100), np.float32)
        self.truth[:, 50:] = 1

    def test_the_truth_has_no_error(self):
        for measure in (measures.mad, measures.mse, measures.grad, measures.bmad):
            self.assertEqual(measure(self.truth, self.truth), 0)

    def test_a_column_of_wrong_pixels(self):
        wrong = self.truth.copy()
        wrong[:, 49] = 1
        self.assertAlmostEqual(measures.mad(wrong, self.truth), 10, places=4)
        self.assertAlmostEqual(measures.mse(wrong, self.truth), 10, places=4)
        self.assertAlmostEqual(measures.bmad(wrong, self.truth), 1000 / measures.band(self.truth)[40].sum(), delta=0.1)

    def test_the_band_is_15_pixels_to_each_side(self):
        inside = np.flatnonzero(measures.band(self.truth)[40])
        self.assertEqual((inside.min(), inside.max()), (34, 65))

    def test_the_gradient_of_a_ramp_is_its_slope_times_the_filter(self):
        ramp = np.tile(np.arange(60, dtype=np.float32) / 60, (60, 1))
        middle = measures.gaussian_gradient(ramp)[20:40, 20:40]
        self.assertAlmostEqual(float(middle.std()), 0, places=6)
        self.assertAlmostEqual(float(middle.mean()) * 60, 2 * 1.4 ** 2 * np.sqrt(2 * np.pi), delta=0.3)

    def test_a_still_alpha_of_a_still_body_does_not_flicker(self):
        wrong = np.clip(self.truth + 0.1, 0, 1)
        self.assertEqual(measures.dtssd(wrong, wrong, self.truth, self.truth), 0)
        self.assertAlmostEqual(measures.dtssd(self.truth + 0.1, self.truth, self.truth, self.truth), 10, places=4)


if __name__ == "__main__":
    unittest.main()

import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy as np

try:
    import torch
except ImportError as missing:
    raise unittest.SkipTest("PyTorch is not installed") from missing

import evaluate
import export
import network
import train

HERE = pathlib.Path(__file__).resolve().parent


def any_weights(seed=1):
    torch.manual_seed(seed)
    result = network.Refinement()
    for layer in result.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
    torch.nn.init.normal_(result.detail.weight, 0, 0.1)
    torch.nn.init.normal_(result.factors.weight, 0, 0.1)
    return result.eval()


class NetworkTests(unittest.TestCase):
    def test_the_exported_form_is_the_same_function(self):
        whole = any_weights()
        x = torch.rand(1, 8, 128, 192)
        with torch.no_grad():
            difference = (network.Exported(whole)(x) - whole(x)).abs().max().item()
        self.assertLess(difference, 1e-5)

    def test_before_training_the_mask_decides(self):
        x = torch.rand(1, 8, 64, 64)
        with torch.no_grad():
            alpha = network.Refinement().eval()(x)
        self.assertTrue(torch.equal(alpha > 0.5, x[:, 6:7] > 0.5))

    def test_weights_become_a_model(self):
        with tempfile.TemporaryDirectory() as folder:
            weights, model = pathlib.Path(folder, "w.pt"), pathlib.Path(folder, "m.onnx")
            torch.save(any_weights().state_dict(), weights)
            export.write(weights, model)
            self.assertGreater(model.stat().st_size, 2_000_000)
            self.assertIn(b"alpha", model.read_bytes())


class TrainingTests(unittest.TestCase):
    def test_the_truth_has_the_least_loss(self):
        truth = (torch.rand(1, 1, 64, 64) > 0.5).float()
        logit = (truth - 0.5) * 30
        self.assertLess(train.loss_of(logit, truth)[0].item(), 1e-3)
        self.assertGreater(train.loss_of(-logit, truth)[0].item(), 1)

    def test_training_goes_on_where_it_stopped(self):
        with tempfile.TemporaryDirectory() as folder:
            ring, out = pathlib.Path(folder, "ring"), pathlib.Path(folder, "out")
            ring.mkdir()
            np.save(ring / "samples.npy", np.random.default_rng(1).integers(0, 256, (4, 13, 64, 64)).astype(np.uint8))
            (ring / "count").write_text("4")

            def go(*options):
                command = [sys.executable, "-W", "ignore", str(HERE / "train.py"), str(ring), str(out), "--batch", "2", "--crop", "64", "--own-from", "0", *options]
                subprocess.run(command, check=True, capture_output=True, cwd=HERE)
                return torch.load(out / "checkpoint.pt")

            first = go("--steps", "2")
            second = go("--steps", "3", "--resume")
            self.assertEqual((first["step"], second["step"]), (2, 3))
            changed = [not torch.equal(a, b) for a, b in zip(first["network"].values(), second["network"].values()) if a.is_floating_point()]
            self.assertTrue(any(changed))


class PipelineTests(unittest.TestCase):
    def test_the_squares_cover_the_body_and_stay_in_the_frame(self):
        rng = np.random.default_rng(2)
        for _ in range(50):
            x, y = rng.integers(0, 1000), rng.integers(0, 500)
            right, bottom = x + rng.integers(60, 1280 - x + 1), y + rng.integers(60, 720 - y + 1)
            if max(min(right - x, 720), bottom - y) > 720 or right - x > 1300:
                continue
            mask = np.zeros((720, 1280), np.float32)
            mask[y:bottom, x:right] = 1
            covered = np.zeros_like(mask)
            for left, top, side in evaluate.squares(mask, 1280, 720, 384):
                self.assertTrue(0 <= left and left + side <= 1280.01 and 0 <= top and top + side <= 720.01)
                covered[int(np.floor(top)):int(np.ceil(top + side)), int(np.floor(left)):int(np.ceil(left + side))] = 1
            self.assertGreater((covered * mask).sum() / mask.sum(), 0.999)

    def test_a_head_that_the_mask_lost_still_counts(self):
        mask = np.zeros((240, 320), np.float32)
        mask[120:, 120:200] = 1
        mask[60:120, 130:190] = 0.1
        plate = np.full((240, 320, 3), 90, np.float32)
        frame = plate.astype(np.uint8)
        frame[60:, 130:190] = 30
        frame[20:50, 260:300] = 30
        present = evaluate.evidence(mask, frame, plate)
        self.assertEqual((present[80, 160], present[200, 160], present[30, 280]), (1, 1, 0))

    def test_what_floats_beside_the_body_goes(self):
        mask, alpha = np.zeros((200, 300), np.float32), np.zeros((200, 300), np.float32)
        mask[50:150, 50:150] = 1
        alpha[50:150, 50:180] = 1
        alpha[20:40, 250:270] = 1
        gated = evaluate.gate(alpha, mask)
        self.assertEqual(gated[30, 260], 0)
        self.assertEqual(gated[100, 175], 1)

    def test_a_plate_takes_the_frames_colours(self):
        rng = np.random.default_rng(3)
        plate = rng.integers(30, 200, (240, 320, 3)).astype(np.uint8)
        frame = np.clip(plate * np.array([1.1, 0.95, 1.0]) + [2, 5, -6], 0, 255).round().astype(np.uint8)
        mask = np.zeros((240, 320), np.float32)
        mask[60:200, 100:200] = 1
        frame[60:200, 100:200] = 255
        aligned = evaluate.align(plate, frame, mask)
        self.assertLess(np.abs(aligned - frame)[:50].max(), 1.5)


if __name__ == "__main__":
    unittest.main()

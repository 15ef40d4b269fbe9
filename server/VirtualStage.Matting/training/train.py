"""
Trains the refinement network on the ring that `samples.py` goes on filling: `train.py RING OUT --steps N [--resume]`.

OUT gets `checkpoint.pt` (all that going on needs) and `weights.pt` (the averaged weights alone), every few minutes and
at the end (and when told to stop by SIGTERM or Ctrl+C). `--resume` goes on from OUT's checkpoint, in the middle of its schedule; `--start FILE` begins a new schedule
from weights.
"""
import argparse
import copy
import math
import os
import pathlib
import signal
import time

import numpy as np
import torch
from torch.nn import functional as F

from network import Refinement
from samples import ALPHA, BEFORE, EARLIER, EARLIER_MASK, FRAME, MASK, PLATE


class Ring:
    def __init__(self, folder, rng):
        self.folder, self.rng = folder, rng
        self.samples = np.load(folder / "samples.npy", mmap_mode="r")

    def filled(self):
        try:
            return min(int((self.folder / "count").read_text()), len(self.samples))
        except FileNotFoundError:
            return 0

    def place(self, slot, crop):
        """Where to crop: mostly the better of three random places, by how much of an edge is in it."""
        places = self.rng.integers(self.samples.shape[2] - crop + 1, size=(3 if self.rng.random() < 0.7 else 1, 2))
        return max(places.tolist(), key=lambda p: self.samples[slot, ALPHA, p[0]:p[0] + crop:4, p[1]:p[1] + crop:4].std())

    def lose(self, sample):
        """Takes a part of the body out of the mask (and out of the previous alpha where that is the mask)."""
        rng, size = self.rng, sample.shape[1]
        body = np.argwhere(sample[ALPHA, ::4, ::4] > 128)
        if len(body) == 0:
            return
        y, x = body[rng.integers(len(body))] * 4
        grid = np.arange(size, dtype=np.float32)
        radii = np.exp(rng.uniform(np.log(0.08), np.log(0.6), 2)) * size
        distance = np.sqrt(((grid[:, None] - y) / radii[0]) ** 2 + ((grid[None] - x) / radii[1]) ** 2)
        left = 1 - np.clip((1 - distance) * rng.uniform(1.5, 8), 0, 1) * rng.uniform(0.5, 1)
        same = np.array_equal(sample[MASK], sample[BEFORE])
        sample[MASK] = sample[MASK] * left
        if same:
            sample[BEFORE] = sample[MASK]

    def batch(self, number, crop):
        """Crops of random samples, mirrored and with colours exchanged, float32 [number, 13, crop, crop] from 0 to 1."""
        rng, size = self.rng, self.samples.shape[2]
        result = np.empty((number, self.samples.shape[1], crop, crop), np.uint8)
        for i, slot in enumerate(rng.integers(self.filled(), size=number)):
            y, x = self.place(slot, crop)
            sample = self.samples[slot, :, y:y + crop, x:x + crop]
            if rng.random() < 0.5:
                sample = sample[:, :, ::-1]
            result[i] = sample
            if rng.random() < 0.5:
                self.lose(result[i])
            if rng.random() < 0.3:
                order = rng.permutation(3)
                for planes in (FRAME, PLATE, EARLIER):
                    result[i, planes] = result[i, planes][order]
        return torch.from_numpy(result).float().div_(255)


def inputs(batch):
    return torch.cat([batch[:, FRAME], batch[:, PLATE], batch[:, MASK:MASK + 1], batch[:, BEFORE:BEFORE + 1]], 1)


def earlier_inputs(batch):
    mask = batch[:, EARLIER_MASK:EARLIER_MASK + 1]
    return torch.cat([batch[:, EARLIER], batch[:, PLATE], mask, mask], 1)


def loss_of(logit, truth):
    alpha = torch.sigmoid(logit)
    with torch.no_grad():
        high = F.max_pool2d(truth, 5, 2, 2)
        low = -F.max_pool2d(-truth, 5, 2, 2)
        band = F.max_pool2d((high - low > 0.1).float(), 7, 1, 3)
        weight = 1 + 3 * F.interpolate(band, size=truth.shape[2:])
    error = alpha - truth
    flat = (error.abs() * weight).mean()
    edges = (error[..., 1:, :] - error[..., :-1, :]).abs().mean() + (error[..., 1:] - error[..., :-1]).abs().mean()
    pyramid = 0
    for level in range(3):
        small = F.avg_pool2d(error, 2)
        pyramid = pyramid + (error - F.interpolate(small, scale_factor=2.0, mode="nearest")).abs().mean() * 2 ** level
        error = small
    far = F.binary_cross_entropy_with_logits(logit, truth)
    return flat + 2 * edges + pyramid + 0.1 * far, flat.item(), (alpha - truth).abs().mean().item()


def save(path, content):
    waiting = path.with_suffix(".tmp")
    torch.save(content, waiting)
    os.replace(waiting, path)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("ring", type=pathlib.Path)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--steps", type=int, default=3000)
    options.add_argument("--batch", type=int, default=16)
    options.add_argument("--crop", type=int, default=192)
    options.add_argument("--large", type=float, default=0.0, help="the share of batches with crops of the whole sample")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--own", type=float, default=0.5, help="the share of samples whose previous alpha the network makes itself")
    options.add_argument("--own-from", type=int, default=600, help="the first step that does so")
    options.add_argument("--average", type=float, default=0.99, help="how much of the running average of the weights stays at each step")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--start", type=pathlib.Path)
    options.add_argument("--resume", action="store_true")
    options.add_argument("--threads", type=int, default=1)
    o = options.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    rng = np.random.default_rng([o.seed, 4])
    ring = Ring(o.ring, rng)
    while ring.filled() < min(200, len(ring.samples)):
        time.sleep(5)
    o.out.mkdir(parents=True, exist_ok=True)
    network = Refinement().to(memory_format=torch.channels_last)
    if o.start:
        network.load_state_dict(torch.load(o.start))
    average = copy.deepcopy(network).eval()
    groups = [{"params": [p for p in network.parameters() if p.dim() > 1], "weight_decay": 1e-3}, {"params": [p for p in network.parameters() if p.dim() <= 1], "weight_decay": 0}]
    optimiser = torch.optim.AdamW(groups, lr=o.rate)
    first = 0
    if o.resume:
        kept = torch.load(o.out / "checkpoint.pt")
        network.load_state_dict(kept["network"])
        average.load_state_dict(kept["average"])
        optimiser.load_state_dict(kept["optimiser"])
        first = kept["step"]
    kept_at = time.time()
    seen = np.zeros(2)
    told = []
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda number, _: told.append(number))
    for step in range(first, o.steps):
        rate = o.rate * min(1, (step + 1) / 60) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * step / o.steps)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        batch = ring.batch(o.batch, ring.samples.shape[2] if rng.random() < o.large else o.crop)
        x = inputs(batch).contiguous(memory_format=torch.channels_last)
        if step >= o.own_from and o.own > 0 and rng.random() < min(1, o.own * 2):
            with torch.no_grad():
                own = average(earlier_inputs(batch))
            chosen = torch.from_numpy(rng.random(o.batch) < o.own / min(1, o.own * 2))
            x[chosen, 7:8] = own[chosen]
        network.train()
        logit = network.logit(x)
        loss, flat, mad = loss_of(logit, batch[:, ALPHA:ALPHA + 1])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        keep = o.average if o.start else min(o.average, (1 + step) / (10 + step))
        with torch.no_grad():
            for a, b in zip(average.state_dict().values(), network.state_dict().values()):
                a.lerp_(b, 1 - keep) if a.is_floating_point() else a.copy_(b)
        seen += (loss.item(), mad)
        last = step + 1 == o.steps or bool(told)
        if step % 25 == 24 or last:
            print(f"step {step + 1} loss {seen[0] / 25:.4f} MAD {seen[1] / 25 * 1000:.2f}e-3 rate {rate:.5f} cpu {time.process_time():.0f} s ring {ring.filled()}", flush=True)
            seen[:] = 0
        if time.time() - kept_at > 150 or last:
            save(o.out / "checkpoint.pt", {"network": network.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(), "step": step + 1})
            save(o.out / "weights.pt", average.state_dict())
            kept_at = time.time()
        if told:
            break


if __name__ == "__main__":
    main()

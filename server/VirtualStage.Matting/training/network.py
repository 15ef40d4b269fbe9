"""The refinement network: frame, plate, body mask and previous alpha in, alpha out."""
import torch
from torch import nn
from torch.nn import functional as F

SQUARE = 4
MULTIPLE = 64


def step(inside, outside, size=3, stride=1, act=True):
    layers = [nn.Conv2d(inside, outside, size, stride, size // 2, bias=False), nn.BatchNorm2d(outside)]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if act else nn.Sequential(*layers)


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.a, self.b = step(width, width), step(width, width, act=False)

    def forward(self, x):
        return F.relu(x + self.b(self.a(x)))


class Refinement(nn.Module):
    """
    A U-Net on squares of 4 by 4 pixels. How much each pixel differs from the plate is made plain to it before the
    first convolution, and used again at the end: in each square the logit is a number for each pixel, plus factors
    of the square times that pixel's differences (alpha is locally linear in colour where foreground and background
    are plain), plus the mask.
    """

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(10, 32, SQUARE, SQUARE, bias=False)
        self.stem_norm = nn.BatchNorm2d(32)
        self.level1 = nn.Sequential(step(32, 48, 3, 2), step(48, 48))
        self.level2 = nn.Sequential(step(48, 64, 3, 2), step(64, 64))
        self.level3 = nn.Sequential(step(64, 96, 3, 2), Residual(96))
        self.level4 = nn.Sequential(step(96, 96, 3, 2), Residual(96))
        self.down4 = step(96, 96, 1, act=False)
        self.join3 = step(96, 96)
        self.down3 = step(96, 64, 1, act=False)
        self.join2 = step(64, 64)
        self.down2 = step(64, 48, 1, act=False)
        self.join1 = step(48, 48)
        self.down1 = step(48, 32, 1, act=False)
        self.join0 = step(32, 32)
        self.detail = nn.Conv2d(32, 16, 3, 1, 1)
        self.factors = nn.Conv2d(32, 4, 1)
        self.trust = nn.Parameter(torch.tensor(6.0))
        for layer in (self.detail, self.factors):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def first(self, x, d, unlike):
        frame, rest = x[:, :3], x[:, 6:]
        return F.relu(self.stem_norm(self.stem(torch.cat([frame, d * 4, unlike, rest], 1))))

    def logit(self, x):
        d = x[:, :3] - x[:, 3:6]
        squares = total(d * d, 3)
        unlike = squares / (squares + 0.01)
        stem = self.first(x, d, torch.cat([unlike, squares / (squares + 0.001)], 1))
        l1 = self.level1(stem)
        l2 = self.level2(l1)
        l3 = self.level3(l2)
        l4 = self.level4(l3)
        y = self.join3(F.relu(l3 + double(self.down4(l4))))
        y = self.join2(F.relu(l2 + double(self.down3(y))))
        y = self.join1(F.relu(l1 + double(self.down2(y))))
        y = self.join0(F.relu(stem + double(self.down1(y))))
        return self.head(y, x, d, unlike)

    def head(self, y, x, d, unlike):
        f = F.interpolate(self.factors(y), scale_factor=float(SQUARE), mode="nearest")
        own = total(f[:, :3] * d, 3) * 8 + f[:, 3:] * unlike * 4
        return F.pixel_shuffle(self.detail(y), SQUARE) + own + self.trust * (x[:, 6:7] - 0.5)

    def forward(self, x):
        return torch.sigmoid(self.logit(x))


def total(x, planes):
    """The sum over planes, in the form that ONNX Runtime does fastest."""
    result = x[:, :1]
    for i in range(1, planes):
        result = result + x[:, i:i + 1]
    return result


def double(x):
    return F.interpolate(x, scale_factor=2.0, mode="nearest")


class Exported(Refinement):
    """
    The same function with the first convolution split in two, so that its input is `x` as it comes (8 planes), and
    without what only training needs.
    """

    def __init__(self, network):
        super().__init__()
        self.load_state_dict(network.state_dict())
        self.eval()
        with torch.no_grad():
            scale = self.stem_norm.weight / torch.sqrt(self.stem_norm.running_var + self.stem_norm.eps)
            weight = self.stem.weight * scale[:, None, None, None]
            frame, d, unlike, rest = weight[:, :3], weight[:, 3:6] * 4, weight[:, 6:8], weight[:, 8:]
            self.whole = nn.Conv2d(8, 32, SQUARE, SQUARE)
            self.whole.weight.copy_(torch.cat([frame + d, -d, rest], 1))
            self.whole.bias.copy_(self.stem_norm.bias - self.stem_norm.running_mean * scale)
            self.pair = nn.Conv2d(2, 32, SQUARE, SQUARE, bias=False)
            self.pair.weight.copy_(unlike)
            self.factors.weight *= torch.tensor([8.0, 8, 8, 4])[:, None, None, None]
            self.factors.bias *= torch.tensor([8.0, 8, 8, 4])

    def first(self, x, d, unlike):
        return F.relu(self.whole(x) + self.pair(unlike))

    def head(self, y, x, d, unlike):
        f = F.interpolate(self.factors(y), scale_factor=float(SQUARE), mode="nearest")
        own = total(f * torch.cat([d, unlike], 1), 4)
        return F.pixel_shuffle(self.detail(y), SQUARE) + own + self.trust * (x[:, 6:7] - 0.5)

"""Writes a TensorFlow Lite network as ONNX, so that one runtime serves all networks of the matting.

Reads the FlatBuffers of `schema.fbs` (TensorFlow Lite, Apache-2.0) and writes the protobuf of `onnx.proto`
(opset 13) by hand: neither library is needed. It knows the operators of MediaPipe's body networks and refuses others.
Pictures are [1, channels, height, width] in the result, where the source has [1, height, width, channels].

    python3 tflite_to_onnx.py selfie_segmentation.tflite ../Models/selfie_segmentation.onnx --outputs activation_10=mask --free-size
    python3 tflite_to_onnx.py pose_landmark_lite.tflite ../Models/pose_landmark_lite.onnx --half \\
        --outputs Identity=landmarks,Identity_1=presence,Identity_4=world
"""
import argparse
import struct

import numpy as np


class Table:
    """One table of a FlatBuffer; fields are told by their place in the schema."""

    def __init__(self, data, at):
        self.data, self.at = data, at
        self.fields = at - struct.unpack_from("<i", data, at)[0]
        self.size = struct.unpack_from("<H", data, self.fields)[0]

    def place(self, field):
        entry = 4 + 2 * field
        offset = struct.unpack_from("<H", self.data, self.fields + entry)[0] if entry < self.size else 0
        return self.at + offset if offset else 0

    def number(self, field, kind, default=0):
        place = self.place(field)
        return struct.unpack_from("<" + kind, self.data, place)[0] if place else default

    def vector(self, field):
        """Where a vector starts and how many entries it has."""
        place = self.place(field)
        if not place:
            return 0, 0
        start = place + struct.unpack_from("<I", self.data, place)[0]
        return start + 4, struct.unpack_from("<I", self.data, start)[0]

    def bytes(self, field):
        start, count = self.vector(field)
        return self.data[start:start + count]

    def ints(self, field):
        start, count = self.vector(field)
        return list(struct.unpack_from(f"<{count}i", self.data, start)) if count else []

    def table(self, field):
        place = self.place(field)
        return Table(self.data, place + struct.unpack_from("<I", self.data, place)[0]) if place else None

    def tables(self, field):
        start, count = self.vector(field)
        places = [start + 4 * i for i in range(count)]
        return [Table(self.data, place + struct.unpack_from("<I", self.data, place)[0]) for place in places]


def varint(value):
    value &= (1 << 64) - 1
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def field(number, value):
    """One field of a protobuf message: an int, a float, text, or bytes (a message as well)."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, float):
        return varint(number << 3 | 5) + struct.pack("<f", value)
    if isinstance(value, str):
        value = value.encode()
    return varint(number << 3 | 2) + varint(len(value)) + value


def attribute(name, value):
    if isinstance(value, int):
        return field(1, name) + field(3, value) + field(20, 2)
    if isinstance(value, float):
        return field(1, name) + field(2, value) + field(20, 1)
    if isinstance(value, str):
        return field(1, name) + field(4, value) + field(20, 3)
    return field(1, name) + b"".join(field(8, entry) for entry in value) + field(20, 7)


TYPES = {np.dtype(np.float32): 1, np.dtype(np.int64): 7, np.dtype(np.float16): 10}


def constant(name, values):
    dims = b"".join(field(1, size) for size in values.shape)
    return dims + field(2, TYPES[values.dtype]) + field(8, name) + field(9, np.ascontiguousarray(values).tobytes())


def picture(name, shape):
    """A graph's input or output: sizes are numbers, or names where they are free."""
    dims = b"".join(field(1, field(1 if isinstance(size, int) else 2, size)) for size in shape)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, dims)))


# BuiltinOperator of schema.fbs, as far as it is known here.
ADD, AVERAGE_POOL, CONV, DEPTHWISE, DEQUANTIZE, LOGISTIC, MAX_POOL, MUL, RELU, RESHAPE, RESIZE, CUSTOM, PAD, HARD_SWISH = \
    0, 1, 3, 4, 6, 14, 17, 18, 19, 22, 23, 32, 34, 117
SAME = 0
ACTIVATIONS = {1: "Relu", 3: "Clip"}


class Converter:
    def __init__(self, data, half):
        if data[4:8] != b"TFL3":
            raise SystemExit("not a TensorFlow Lite file: its identifier is not TFL3")
        model = Table(data, struct.unpack_from("<I", data, 0)[0])
        self.codes = [(code.number(3, "i") or code.number(0, "b"), code.bytes(1).decode()) for code in model.tables(1)]
        self.graph = model.tables(2)[0]
        self.tensors = self.graph.tables(0)
        self.buffers = model.tables(4)
        self.half = half
        self.nodes, self.constants, self.halves = [], {}, {}

    def shape(self, tensor):
        return self.tensors[tensor].ints(0)

    def values(self, tensor):
        """The constant in a tensor, null when it is computed."""
        if tensor in self.halves:
            return self.values(self.halves[tensor])
        content = self.buffers[self.tensors[tensor].number(2, "I")].bytes(0)
        if not content:
            return None
        kind = {0: np.float32, 1: np.float16, 2: np.int32}[self.tensors[tensor].number(1, "b")]
        return np.frombuffer(content, kind).reshape(self.shape(tensor))

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append((kind, inputs, output, attributes))

    def weights(self, tensor, order=None):
        """A constant of the result, its axes in another order; half as many bytes when asked for."""
        values = self.values(tensor)
        values = values if order is None else values.transpose(order)
        name = f"w{tensor}"
        if self.half and values.ndim > 1:
            self.constants[name + "h"] = values.astype(np.float16)
            self.node("Cast", [name + "h"], name, to=1)
        else:
            self.constants[name] = values.astype(np.float32)
        return name

    def given(self, name, values):
        self.constants[name] = values
        return name

    def activated(self, kind, inputs, output, activation, **attributes):
        if activation == 0:
            return self.node(kind, inputs, output, **attributes)
        self.node(kind, inputs, output + "_", **attributes)
        bounds = [self.given("zero", np.float32(0)), self.given("six", np.float32(6))] if activation == 3 else []
        return self.node(ACTIVATIONS[activation], [output + "_", *bounds], output)

    def window(self, source, kernel, strides, padding):
        """Attributes of a window that slides: where the padding is uneven, the end has more of it."""
        pads = [0, 0, 0, 0]
        if padding == SAME:
            for axis in (0, 1):
                size = self.shape(source)[1 + axis]
                steps = -(-size // strides[axis])
                whole = max((steps - 1) * strides[axis] + kernel[axis] - size, 0)
                pads[axis], pads[2 + axis] = whole // 2, whole - whole // 2
        return {"kernel_shape": list(kernel), "strides": list(strides), "pads": pads}

    def convert(self, operator):
        kind, name = self.codes[operator.number(0, "I")]
        sources, target = operator.ints(1), operator.ints(2)[0]
        inputs, output, options = [f"t{source}" for source in sources], f"t{target}", operator.table(4)
        if kind == DEQUANTIZE:
            self.halves[target] = sources[0]
        elif kind == CONV:
            _, height, width, _ = self.shape(sources[1])
            strides = (options.number(2, "i"), options.number(1, "i"))
            self.activated("Conv", [inputs[0], self.weights(sources[1], (0, 3, 1, 2)), self.weights(sources[2])], output,
                           options.number(3, "b"), **self.window(sources[0], (height, width), strides, options.number(0, "b")))
        elif kind == DEPTHWISE:
            _, height, width, channels = self.shape(sources[1])
            strides = (options.number(2, "i"), options.number(1, "i"))
            self.activated("Conv", [inputs[0], self.weights(sources[1], (3, 0, 1, 2)), self.weights(sources[2])], output,
                           options.number(4, "b"), group=channels,
                           **self.window(sources[0], (height, width), strides, options.number(0, "b")))
        elif kind in (AVERAGE_POOL, MAX_POOL):
            size = (options.number(4, "i"), options.number(3, "i"))
            if kind == AVERAGE_POOL and list(size) == self.shape(sources[0])[1:3]:
                self.node("GlobalAveragePool", inputs, output)
            else:
                strides = (options.number(2, "i"), options.number(1, "i"))
                self.node("AveragePool" if kind == AVERAGE_POOL else "MaxPool", inputs, output,
                          **self.window(sources[0], size, strides, options.number(0, "b")))
        elif kind in (ADD, MUL):
            self.activated("Add" if kind == ADD else "Mul", inputs, output, options.number(0, "b"))
        elif kind == LOGISTIC:
            self.node("Sigmoid", inputs, output)
        elif kind == RELU:
            self.node("Relu", inputs, output)
        elif kind == HARD_SWISH:
            self.node("HardSigmoid", inputs, output + "_", alpha=1 / 6, beta=0.5)
            self.node("Mul", [inputs[0], output + "_"], output)
        elif kind == PAD:
            pads = self.values(sources[1]).astype(np.int64)[[0, 3, 1, 2]]
            self.node("Pad", [inputs[0], self.given(f"p{target}", pads.T.reshape(-1).copy())], output)
        elif kind == RESIZE:
            scale = np.array([1, 1, *(np.array(self.shape(target)[1:3]) / self.shape(sources[0])[1:3])], np.float32)
            mode = "align_corners" if options.number(2, "b") else "half_pixel" if options.number(3, "b") else "asymmetric"
            self.node("Resize", [inputs[0], "", self.given(f"s{target}", scale)], output,
                      mode="linear", coordinate_transformation_mode=mode)
        elif kind == RESHAPE and self.shape(sources[0])[1:3] == [1, 1]:
            self.node("Flatten", [inputs[0]], output)
        elif kind == CUSTOM and name == "Convolution2DTransposeBias":
            strides = struct.unpack("<iii", operator.bytes(5))[1:]
            _, height, width, _ = self.shape(sources[1])
            if strides != (width, height):
                raise SystemExit("a transposed convolution whose windows overlap is not known here")
            self.node("ConvTranspose", [inputs[0], self.weights(sources[1], (3, 0, 1, 2)), self.weights(sources[2])], output,
                      kernel_shape=[height, width], strides=[strides[1], strides[0]])
        else:
            raise SystemExit(f"operator {kind} {name} is not known here")

    def written(self, outputs, free):
        for operator in self.graph.tables(3):
            self.convert(operator)
        names = {self.tensors[tensor].bytes(3).decode(): tensor for tensor in self.graph.ints(2)}
        missing = [name for name in outputs if name not in names]
        if missing:
            raise SystemExit(f"there is no output {missing[0]}; there are: {', '.join(names)}")
        wanted, kept = {f"t{names[name]}" for name in outputs}, []
        for node in reversed(self.nodes):
            if node[2] in wanted:
                kept.append(node)
                wanted.update(node[1])
        source = self.graph.ints(1)[0]
        rename = {f"t{source}": "picture", **{f"t{names[name]}": new for name, new in outputs.items()}}
        graph = b""
        for kind, inputs, output, attributes in reversed(kept):
            graph += field(1, b"".join(field(1, rename.get(name, name)) for name in inputs)
                           + field(2, rename.get(output, output)) + field(4, kind)
                           + b"".join(field(5, attribute(*pair)) for pair in attributes.items()))
        graph += field(2, "body")
        graph += b"".join(field(5, constant(name, np.asarray(values))) for name, values in self.constants.items() if name in wanted)
        graph += field(11, picture("picture", self.turned(source, free)))
        graph += b"".join(field(12, picture(new, self.turned(names[name], free))) for name, new in outputs.items())
        return field(1, 8) + field(2, "VirtualStage") + field(7, graph) + field(8, field(1, "") + field(2, 13))

    def turned(self, tensor, free):
        shape = self.shape(tensor)
        if len(shape) != 4:
            return shape
        return [shape[0], shape[3], *(["height", "width"] if free else shape[1:3])]


def main():
    parser = argparse.ArgumentParser(description="Writes a TensorFlow Lite network as ONNX.")
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--outputs", required=True, help="NAME=NEW,… the outputs to keep, and their names in the result")
    parser.add_argument("--half", action="store_true", help="weights of 16 bits, as most sources have them: half the bytes")
    parser.add_argument("--free-size", action="store_true", help="pictures of any size that is a multiple of 32")
    given = parser.parse_args()
    with open(given.source, "rb") as file:
        converter = Converter(file.read(), given.half)
    content = converter.written(dict(pair.split("=") for pair in given.outputs.split(",")), given.free_size)
    with open(given.target, "wb") as file:
        file.write(content)
    print(f"{given.target}: {len(content):,} bytes")


if __name__ == "__main__":
    main()

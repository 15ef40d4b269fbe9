// Writes tests/golden/osc.json with libraries that are not ours (osc-min, slip): the C# code must read these bytes as
// these packets, and write these packets as these bytes. Run it by hand, `npm run osc-vectors`, and commit what it wrote.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { toBuffer } from "osc-min";
import slip from "slip";

/** A small generator of numbers that gives the same ones each time (mulberry32). */
let seed = 3;
function random(below) {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}

const texts = ["", "a", "LX 12", "four", "Où est Hamlet?", "後世", "🎭", "a longer text, with signs: /*[]{}#,"];
const ints = [0, 1, -1, 192, 219, 0x7fffffff, -0x80000000];
const floats = [0, 1.5, -440, 0.1, 1e-40, 3.4e38].map(Math.fround);

const makers = {
  i: () => ints[random(ints.length)],
  f: () => floats[random(floats.length)],
  s: () => texts[random(texts.length)],
  b: () => Buffer.from(Array.from({ length: random(10) }, () => [0, 192, 219, 220, 221, random(256)][random(6)])).toString("hex"),
  T: () => null,
  F: () => null,
  N: () => null,
  I: () => null,
  h: () => [0n, -1n, 0x7fffffffffffffffn, -0x8000000000000000n, 1234567890123n][random(5)].toString(),
  d: () => [0, Math.PI, -1e300, 5e-324][random(4)],
  t: () => [1n, 0xe8d4a51000000000n, 0xffffffffffffffffn][random(3)].toString(),
};

const osc = {
  i: (value) => ({ type: "integer", value }),
  f: (value) => ({ type: "float", value }),
  s: (value) => ({ type: "string", value }),
  b: (value) => ({ type: "blob", value: new Uint8Array(Buffer.from(value, "hex")) }),
  T: () => ({ type: "true" }),
  F: () => ({ type: "false" }),
  N: () => ({ type: "null" }),
  I: () => ({ type: "bang" }),
  h: (value) => ({ type: "bigint", value: BigInt(value) }),
  d: (value) => ({ type: "double", value }),
  t: (value) => ({ type: "timetag", value: timeTag(value) }),
};

function timeTag(value) {
  return [Number(BigInt(value) >> 32n), Number(BigInt(value) & 0xffffffffn)];
}

function argument(tag) {
  return { tag, value: makers[tag]() };
}

function message(address, ...tags) {
  return { address, args: tags.map(argument) };
}

function bundle(...elements) {
  return { time: makers.t(), elements };
}

function forOscMin(packet) {
  return "elements" in packet
    ? { timetag: timeTag(packet.time), elements: packet.elements.map(forOscMin) }
    : { address: packet.address, args: packet.args.map(({ tag, value }) => osc[tag](value)) };
}

function anyMessage() {
  const tags = Object.keys(makers);
  return message(["/go", "/cue/1.5/start", "/a/{b,c}/*", "/x"][random(4)], ...Array.from({ length: random(7) }, () => tags[random(tags.length)]));
}

function anyPacket(depth) {
  return depth < 3 && random(3) === 0 ? bundle(...Array.from({ length: random(4) }, () => anyPacket(depth + 1))) : anyMessage();
}

const packets = [
  message("/go"),
  message("/virtualstage/connect", "s"),
  ...Object.keys(makers).map((tag) => message("/x", tag)),
  message("/everything", ...Object.keys(makers)),
  bundle(),
  bundle(message("/go"), bundle(message("/panic"), bundle(message("/thump", "i")))),
  ...Array.from({ length: 120 }, () => anyPacket(0)),
];

const vectors = packets.map((packet) => {
  const view = toBuffer(forOscMin(packet));
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return JSON.stringify({ packet, bytes: Buffer.from(bytes).toString("hex"), slip: Buffer.from(slip.encode(bytes)).toString("hex") });
});
const file = join(dirname(fileURLToPath(import.meta.url)), "..", "golden", "osc.json");
writeFileSync(file, `[\n${vectors.join(",\n")}\n]\n`);

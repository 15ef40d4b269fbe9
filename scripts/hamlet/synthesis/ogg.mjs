// Opus in Ogg (RFC 6716, RFC 7845): what every browser plays, at a tenth of the bytes of a WAV.
import OpusScript from "opusscript";
import { rate } from "./arithmetic.mjs";

const frame = rate / 50;
const lookahead = 312;
const warmUp = 4 * frame;
const packetsAPage = 50;
const setBitrate = 4002;
const setComplexity = 4010;

/** A file of two channels. A loop is encoded as if it had gone round before, so that its beginning follows its end. */
export function oggOpus(channels, { loop = false, bitsASecond = 64_000 } = {}) {
  const count = channels[0].length;
  const lead = loop ? warmUp : 0;
  const sampleAt = loop ? (channel, i) => channel[(i - lead + count) % count] : (channel, i) => channel[i] ?? 0;
  const skip = lead + lookahead;
  const packets = Math.ceil((skip + count) / frame);
  const encoder = new OpusScript(rate, 2, OpusScript.Application.AUDIO);
  encoder.encoderCTL(setBitrate, bitsASecond);
  encoder.encoderCTL(setComplexity, 10);
  const encoded = [];
  for (let packet = 0; packet < packets; packet++) {
    const pcm = Buffer.alloc(frame * 4);
    for (let i = 0; i < frame; i++) {
      for (const [side, channel] of channels.entries()) {
        const value = Math.round(sampleAt(channel, packet * frame + i) * 32767);
        pcm.writeInt16LE(Math.max(-32768, Math.min(32767, value)), i * 4 + side * 2);
      }
    }
    encoded.push(Buffer.from(encoder.encode(pcm, frame)));
  }
  encoder.delete();
  return pages(encoded, skip, skip + count);
}

/** The samples of a file that `oggOpus` made, for measuring. */
export function decoded(file) {
  const packets = [];
  let end = 0;
  for (let at = 0; at < file.length; ) {
    const segments = file[at + 26];
    end = Number(file.readBigInt64LE(at + 6));
    let body = at + 27 + segments;
    let begin = body;
    for (let n = 0; n < segments; n++) {
      const size = file[at + 27 + n];
      body += size;
      if (size < 255) {
        packets.push(file.subarray(begin, body));
        begin = body;
      }
    }
    at = body;
  }
  const skip = packets[0].readUInt16LE(10);
  const decoder = new OpusScript(rate, 2, OpusScript.Application.AUDIO);
  const pcm = Buffer.concat(packets.slice(2).map((packet) => Buffer.from(decoder.decode(packet))));
  decoder.delete();
  return [0, 2].map((side) => Float64Array.from({ length: end - skip }, (_, i) => pcm.readInt16LE((skip + i) * 4 + side) / 32768));
}

function pages(packets, skip, end) {
  const head = Buffer.alloc(19);
  head.write("OpusHead");
  head.set([1, 2], 8);
  head.writeUInt16LE(skip, 10);
  head.writeUInt32LE(rate, 12);
  const vendor = Buffer.from("VirtualStage");
  const tags = Buffer.alloc(16 + vendor.length);
  tags.write("OpusTags");
  tags.writeUInt32LE(vendor.length, 8);
  vendor.copy(tags, 12);
  const written = [page([head], 0, 0, 2), page([tags], 0, 1, 0)];
  for (let first = 0; first < packets.length; first += packetsAPage) {
    const some = packets.slice(first, first + packetsAPage);
    const isLast = first + some.length === packets.length;
    written.push(page(some, isLast ? end : (first + some.length) * frame, written.length, isLast ? 4 : 0));
  }
  return Buffer.concat(written);
}

function page(packets, position, number, flags) {
  const sizes = packets.flatMap((packet) => [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
  const header = Buffer.alloc(27 + sizes.length);
  header.write("OggS");
  header[5] = flags;
  header.writeBigInt64LE(BigInt(position), 6);
  header.writeUInt32LE(1, 14);
  header.writeUInt32LE(number, 18);
  header[26] = sizes.length;
  header.set(sizes, 27);
  const whole = Buffer.concat([header, ...packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

const checksum = (bytes) => bytes.reduce((sum, byte) => ((sum << 8) ^ table[(sum >>> 24) ^ byte]) >>> 0, 0);

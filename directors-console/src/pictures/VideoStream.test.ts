import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PerformerVideo } from "../contracts/contracts";
import type { DecodedPicture } from "./decodePicture";
import { canPlayVideo, codecOf } from "./videoCodec";
import { VideoStream } from "./VideoStream";

const parameters = [0, 0, 0, 1, 0x67, 0x42, 0xc0, 0x28, 0xd9, 0, 0, 0, 1, 0x68, 0xce];
const key = (unit: number, more: Partial<PerformerVideo> = {}): PerformerVideo => ({ ...delta(unit), isKey: true, data: new Uint8Array([...parameters, 0, 0, 0, 1, 0x65, 7]), ...more });
const delta = (unit: number): PerformerVideo => ({ timeMs: unit * 33, width: 64, height: 48, body: { left: 0, top: 0, right: 1, bottom: 1 }, unit, isKey: false, data: new Uint8Array([0, 0, 0, 1, 0x41, 7]) });

class FakeFrame {
  isClosed = false;
  constructor(
    readonly timestamp: number,
    readonly displayWidth = 64,
    readonly displayHeight = 128,
  ) {}
  close() {
    this.isClosed = true;
  }
}

class FakeDecoder {
  state: CodecState = "unconfigured";
  readonly configured: VideoDecoderConfig[] = [];
  readonly given: { type: string; timestamp: number }[] = [];
  refuses = false;
  constructor(readonly init: VideoDecoderInit) {}
  configure(config: VideoDecoderConfig) {
    this.state = "configured";
    this.configured.push(config);
  }
  decode({ type, timestamp }: EncodedVideoChunk) {
    if (this.refuses) throw new DOMException("", "DataError");
    this.given.push({ type, timestamp });
  }
  close() {
    this.state = "closed";
  }
  give(frame: FakeFrame) {
    this.init.output(frame as unknown as VideoFrame);
    return frame;
  }
}

describe("a performer's video", () => {
  let decoders: FakeDecoder[];
  let shown: DecodedPicture[];
  let failed: number;
  let stream: VideoStream;

  beforeEach(() => {
    vi.stubGlobal("EncodedVideoChunk", function EncodedVideoChunk(this: object, init: object) {
      Object.assign(this, init);
    });
    [decoders, shown, failed] = [[], [], 0];
    stream = new VideoStream(
      (picture) => shown.push(picture),
      () => failed++,
      (init) => {
        const decoder = new FakeDecoder(init);
        decoders.push(decoder);
        return decoder;
      },
    );
  });

  afterEach(() => vi.unstubAllGlobals());

  it("begins with a keyframe, which says what decoder it needs", () => {
    stream.add(delta(1));
    expect(decoders).toHaveLength(0);
    stream.add(key(2));
    stream.add(delta(3));
    expect(decoders[0]!.configured).toEqual([{ codec: "avc1.42c028", optimizeForLatency: true }]);
    expect(decoders[0]!.given).toEqual([{ type: "key", timestamp: 2 }, { type: "delta", timestamp: 3 }]);
  });

  it("gives pictures with the times of their cameras, alpha in the lower half", () => {
    stream.add(key(2));
    const frame = decoders[0]!.give(new FakeFrame(2));
    expect(shown[0]).toMatchObject({ timeMs: 66, width: 64, height: 48, colour: { top: 0 }, alpha: { top: 64 } });
    expect(shown[0]!.colour.image).toBe(frame);
    expect(shown[0]!.alpha.image).toBe(frame);
    expect([shown[0]!.colour.image.width, shown[0]!.colour.image.height]).toEqual([64, 128]);
    shown[0]!.close();
    expect(frame.isClosed).toBe(true);
  });

  it("waits for the next keyframe where a picture is missing", () => {
    stream.add(key(1));
    stream.add(delta(3));
    stream.add(delta(4));
    stream.add(key(9));
    stream.add(delta(10));
    expect(decoders[0]!.given.map(({ timestamp }) => timestamp)).toEqual([1, 9, 10]);
  });

  it("is configured anew for another size, and not for each keyframe", () => {
    stream.add(key(1));
    stream.add(key(2));
    stream.add(key(3, { height: 40 }));
    expect(decoders[0]!.configured).toHaveLength(2);
  });

  it("lets what a slow decoder has not done go, and goes on with a keyframe", () => {
    stream.add(key(1));
    for (let unit = 2; unit <= 15; unit++) stream.add(delta(unit));
    stream.add(delta(16));
    expect(decoders[0]!.state).toBe("closed");
    const late = decoders[0]!.give(new FakeFrame(1));
    expect(late.isClosed).toBe(true);
    stream.add(key(17));
    decoders[1]!.give(new FakeFrame(17));
    expect(shown.map(({ timeMs }) => timeMs)).toEqual([17 * 33]);
    expect(failed).toBe(0);
  });

  it.each([
    ["a keyframe without parameters", () => stream.add(key(1, { data: new Uint8Array([0, 0, 0, 1, 0x65]) }))],
    ["a decoder that gives up", () => { stream.add(key(1)); decoders[0]!.init.error(new DOMException("", "EncodingError")); }],
    ["a decoder that refuses", () => { stream.add(key(1)); decoders[0]!.refuses = true; stream.add(delta(2)); }],
    ["a picture that is too small for what it is said to hold", () => { stream.add(key(1)); decoders[0]!.give(new FakeFrame(1, 64, 64)); }],
    ["a picture of an unknown time", () => { stream.add(key(1)); decoders[0]!.give(new FakeFrame(99)); }],
  ])("is told to have failed, once, after %s", (_, happens) => {
    happens();
    stream.add(key(5));
    expect(failed).toBe(1);
    expect(shown).toEqual([]);
    for (const decoder of decoders) expect(decoder.state).toBe("closed");
  });

  it("is nothing any more when it is closed", () => {
    stream.add(key(1));
    stream.close();
    const frame = decoders[0]!.give(new FakeFrame(1));
    stream.add(key(2));
    expect(frame.isClosed).toBe(true);
    expect(decoders).toHaveLength(1);
    expect([failed, shown]).toEqual([0, []]);
  });
});

describe("a video's codec", () => {
  it.each([[[]], [[0, 0, 1]], [[0, 0, 1, 0x67, 0x42]], [[0, 0, 1, 0x68, 1, 2, 3, 4]], [[9, 9, 9, 9, 9, 9, 9, 9]]])("is not read from %j", (bytes) => {
    expect(codecOf(new Uint8Array(bytes))).toBeNull();
  });

  it("is read behind other units", () => {
    expect(codecOf(new Uint8Array([0, 0, 0, 1, 9, 0x10, 0, 0, 1, 0x67, 0x42, 0xc0, 0x0a, 1]))).toBe("avc1.42c00a");
  });
});

describe("playing videos", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("needs a decoder for them", async () => {
    vi.stubGlobal("VideoDecoder", undefined);
    expect(await canPlayVideo()).toBe(false);
    const decoder = (isConfigSupported: () => Promise<object>) => vi.stubGlobal("VideoDecoder", Object.assign(() => {}, { isConfigSupported }));
    decoder(() => Promise.resolve({ supported: true }));
    expect(await canPlayVideo()).toBe(true);
    decoder(() => Promise.resolve({ supported: false }));
    expect(await canPlayVideo()).toBe(false);
    decoder(() => Promise.reject(new TypeError("unknown codec")));
    expect(await canPlayVideo()).toBe(false);
  });
});

import { encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import snapshots from "../../../tests/golden/snapshots.json";
import { RecordingPieceKind, ShowState, encodeHouseFrame, encodeRecordingStretch, type StageScene } from "../contracts/contracts";
import { Film } from "./Film";

const keyframe = Uint8Array.from(snapshots.find((vector) => vector.base === null)!.data.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

const sceneAt = (second: number): StageScene => ({
  revision: second,
  show: ShowState.Running,
  showEndsMs: null,
  rate: 2,
  light: { look: "dark", from: [], to: [], fade: { startMs: 0, durationMs: 0, heldAtMs: null } },
  scenery: [],
  sounds: [],
  surtitle: { line: String(second), speaker: "Ghost", text: "Mark me.", sinceMs: second * 1000 },
  players: [],
  preload: [],
  performers: [],
  planVersion: 1,
  props: null,
  fights: null,
});

function stretch(...seconds: number[]): string {
  const pieces = seconds.map((second) => ({
    kind: RecordingPieceKind.Frame,
    timeMs: second * 1000,
    data: encode(encodeHouseFrame({ number: second, tick: second, timeMs: second * 1000, baseNumber: 0, snapshot: keyframe, scene: sceneAt(second), mood: null, seats: null })),
  }));
  return base64(encode(encodeRecordingStretch({ fromMs: 0, nextMs: null, pieces })));
}

describe("Film", () => {
  const film = () => new Film(() => Promise.resolve());

  it("shows each moment when it is told to, and draws it once", async () => {
    const one = film();
    const drawn: number[] = [];
    one.feed(stretch(1, 2, 3));
    expect(await one.show(1000)).toBe(false);
    one.brush.paint((ms) => drawn.push(ms));
    expect(await one.show(2100)).toBe(true);
    expect(one.world.scene.get()?.revision).toBe(2);
    expect(one.clock.nowMs()).toBe(2100);
    expect(one.clock.shownMs()).toBe(2100 - 240);
    // Real time: performance time ran twice as fast.
    expect(drawn).toEqual([550]);
  });

  it("does what waits for a time when that is shown, however much later the machine is", async () => {
    const one = film();
    const done: string[] = [];
    one.clock.when(500, 1, () => done.push("soon"));
    one.clock.when(0, 1, () => done.push("at once"));
    const off = one.clock.when(500, 1, () => done.push("never"));
    off();
    await one.show(499);
    expect(done).toEqual(["at once"]);
    await one.show(500);
    expect(done).toEqual(["at once", "soon"]);
  });

  it("begins anew after a cut, with the next keyframe", async () => {
    const one = film();
    one.feed(stretch(1, 9));
    one.cut();
    one.feed(stretch(5));
    await one.show(10_000);
    expect(one.world.scene.get()?.revision).toBe(5);
  });

  it("throws at what is no stretch", () => {
    expect(() => film().feed("!")).toThrow(/character|base64|decod/i);
    expect(() => film().feed(base64(new Uint8Array([0xc1])))).toThrow(/type byte/i);
  });
});

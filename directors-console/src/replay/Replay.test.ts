import { encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import snapshots from "../../../tests/golden/snapshots.json";
import { RecordingPieceKind, ShowState, VoiceChannel, encodeHouseFrame, encodeVoiceHeard, type RecordingContents, type RecordingPiece, type RecordingStretch, type StageScene } from "../contracts/contracts";
import { Replay } from "./Replay";

const keyframe = Uint8Array.from(snapshots.find((vector) => vector.base === null)!.data.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const contents: RecordingContents = { id: "ghost-1", title: "A Ghost Story", atMs: 0, fromMs: 10_000, untilMs: 30_000, rate: 1, isGoingOn: false, marks: [], gaps: [] };

const sceneAt = (second: number, name = "Ada"): StageScene => ({
  revision: second,
  show: ShowState.Running,
  rate: 1,
  light: { look: "dark", from: [], to: [], fade: { startMs: 0, durationMs: 0, heldAtMs: null } },
  scenery: [],
  sounds: [{ sound: "bell", startMs: 0, durationMs: 0, id: 1, heldAtMs: null, stopMs: null, fadeMs: 0 }],
  surtitle: { line: String(second), speaker: "Ghost", text: "Mark me.", sinceMs: second * 1000 },
  players: [{ actor: 1, role: "ghost", name, isBot: false, appearance: null, costume: null, isSilhouette: name === "" }],
  preload: [],
  performers: [],
  planVersion: 1,
  props: null,
  fights: null,
  showEndsMs: null,
});

const frameAt = (second: number, scene = sceneAt(second)): RecordingPiece => ({
  kind: RecordingPieceKind.Frame,
  timeMs: second * 1000,
  data: encode(encodeHouseFrame({ number: second, tick: second, timeMs: second * 1000, baseNumber: 0, snapshot: keyframe, scene, mood: null, seats: null })),
});
const voiceAt = (timeMs: number): RecordingPiece => ({
  kind: RecordingPieceKind.Voice,
  timeMs,
  data: encode(encodeVoiceHeard({ actor: 1, sequence: timeMs, timeMs, channel: VoiceChannel.Stage, data: new Uint8Array(3) })),
});

/** Gives five seconds from the second before a time on. */
function stretchFrom(fromMs: number): RecordingStretch {
  const first = Math.min(29, Math.floor(fromMs / 1000));
  const seconds = [0, 1, 2, 3, 4].map((i) => first + i).filter((second) => second < 30);
  return { fromMs: first * 1000, nextMs: first + 5 < 30 ? (first + 5) * 1000 : null, pieces: seconds.flatMap((second) => [frameAt(second), voiceAt(second * 1000 + 500)]) };
}

describe("Replay", () => {
  let asked: number[];
  let heard: number[];
  let replay: Replay;

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    heard = [];
    const fetch = async (fromMs: number) => {
      asked.push(fromMs);
      return stretchFrom(fromMs);
    };
    replay = new Replay(contents, fetch, () => Date.now());
    replay.listen({ hear: (voice) => heard.push(voice.timeMs), stop: () => {} });
    replay.start();
  });

  afterEach(() => {
    replay.stop();
    vi.useRealTimers();
  });

  const line = () => replay.world.scene.get()?.surtitle?.line;
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it("shows its beginning and waits to be played", async () => {
    await pass(100);
    expect([replay.status.get(), line(), replay.timeMs]).toEqual(["paused", "10", 10_000]);
    await pass(5000);
    expect([line(), replay.timeMs]).toEqual(["10", 10_000]);
  });

  it("plays at its own speed, fetches ahead, and ends at the end", async () => {
    await pass(100);
    replay.play();
    await pass(5000);
    expect(line()).toBe("15");
    expect(replay.timeMs).toBeCloseTo(15_000, -2);
    expect(asked).toEqual([10_000, 15_000, 20_000, 25_000]);
    await pass(16_000);
    expect([replay.status.get(), replay.timeMs, line()]).toEqual(["ended", 30_000, "29"]);
  });

  it.each([0.5, 2, 4])("plays %f times as fast, and tells the scene so", async (speed) => {
    await pass(100);
    replay.setSpeed(speed);
    replay.play();
    await pass(4000);
    expect(replay.timeMs).toBeCloseTo(10_000 + 4000 * speed, -2);
    expect(replay.world.scene.get()?.rate).toBe(speed);
    expect(heard).toEqual([]);
  });

  it("lets voices be heard at the recording's own speed, once each", async () => {
    await pass(100);
    replay.play();
    await pass(3000);
    expect(heard).toEqual([10_500, 11_500, 12_500]);
    replay.seek(12_900);
    await pass(1000);
    expect(heard.slice(3)).toEqual([13_500]);
  });

  it("shows the moment that was sought, forwards and backwards, and goes on as it was", async () => {
    await pass(100);
    replay.seek(22_300);
    await pass(100);
    expect([replay.status.get(), line(), replay.timeMs]).toEqual(["paused", "22", 22_300]);
    replay.play();
    replay.seek(12_300);
    await pass(100);
    expect([replay.status.get(), line()]).toEqual(["playing", "12"]);
  });

  it.each([
    [-5000, 10_000, "10"],
    [99_000, 30_000, "29"],
  ])("takes a time outside of it (%i) for the nearest", async (sought, found, shown) => {
    replay.seek(sought);
    await pass(100);
    expect([replay.timeMs, line()]).toEqual([found, shown]);
  });

  it("is silent while it stands", async () => {
    await pass(100);
    expect(replay.world.scene.get()?.sounds).toEqual([]);
    replay.play();
    expect(replay.world.scene.get()?.sounds).toHaveLength(1);
    replay.pause();
    expect(replay.world.scene.get()?.sounds).toEqual([]);
  });

  it("shows a silhouette from the frame on in which it is one, though the scene has the same number", async () => {
    const scene = sceneAt(10);
    const pieces = [frameAt(10, scene), frameAt(11, { ...sceneAt(10, "") })];
    const one = new Replay(contents, async () => ({ fromMs: 10_000, nextMs: null, pieces }), () => Date.now());
    one.start();
    await pass(100);
    expect(one.world.scene.get()?.players[0]?.name).toBe("Ada");
    one.play();
    await pass(1500);
    expect(one.world.scene.get()?.players[0]).toMatchObject({ name: "", isSilhouette: true });
    one.stop();
  });

  it("leaves out what it cannot read, and waits for what does not come", async () => {
    let isDown = false;
    const broken: RecordingPiece = { kind: RecordingPieceKind.Frame, timeMs: 10_500, data: new Uint8Array([0xc1]) };
    const fetch = async (fromMs: number): Promise<RecordingStretch> => {
      if (isDown) throw new Error("the line is down");
      if (fromMs >= 11_000) return stretchFrom(fromMs);
      isDown = true;
      return { fromMs, nextMs: 11_000, pieces: [frameAt(10), broken] };
    };
    const one = new Replay(contents, fetch, () => Date.now());
    one.start();
    await pass(100);
    one.play();
    await pass(1100);
    expect(one.status.get()).toBe("loading");
    const stood = one.timeMs;
    await pass(200);
    expect(one.timeMs).toBe(stood);
    isDown = false;
    await pass(5000);
    expect(one.status.get()).toBe("playing");
    one.stop();
  });
});

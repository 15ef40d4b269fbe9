import { describe, expect, it } from "vitest";
import snapshots from "../../../tests/golden/stage-snapshots.json";
import { StageReceiver } from "./stageReceiver";

/** What the C# stage told a client that lost some of it, and whom the client then knew where. */
interface Told {
  tick: number;
  baseTick: number;
  data: string;
  actors: number[][];
}

const message = (told: Told) => ({
  tick: told.tick,
  timeMs: told.tick * 33,
  baseTick: told.baseTick,
  lastInput: 0,
  data: Uint8Array.from(told.data.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
});

describe("StageReceiver", () => {
  it("knows after each snapshot exactly what the C# client knows", () => {
    const receiver = new StageReceiver();
    for (const told of snapshots as Told[]) {
      const poses = receiver.receive(message(told));
      expect(poses?.map((pose) => [pose.actor, pose.x * 256, pose.z * 256]).toSorted(([a = 0], [b = 0]) => a - b)).toEqual(told.actors);
      expect(receiver.newestTick).toBe(told.tick);
    }
  });

  it("acknowledges what came, by bits", () => {
    const receiver = new StageReceiver();
    for (const tick of [5, 6, 9, 41]) receiver.receive({ tick, timeMs: 0, baseTick: 0, lastInput: 0, data: new Uint8Array([0]) });
    expect(receiver.receivedBits).toBe(2 ** 31);
    receiver.receive({ tick: 43, timeMs: 0, baseTick: 0, lastInput: 0, data: new Uint8Array([0]) });
    expect(receiver.receivedBits).toBe(2);
  });

  it("takes nothing that is old, or a change of what is not known", () => {
    const receiver = new StageReceiver();
    const [first, second] = snapshots as Told[];
    expect(receiver.receive(message(second!))).toBeNull();
    expect(receiver.receive(message(first!))).not.toBeNull();
    expect(receiver.receive(message(first!))).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import snapshots from "../../../tests/golden/snapshots.json";
import { SnapshotError } from "../contracts/snapshot";
import { HouseReceiver } from "./receiver";

/** A keyframe of the C# codec's golden vectors. */
const keyframe = Uint8Array.from(snapshots.find((vector) => vector.base === null)!.data.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
/** "Nobody changed, nobody came", as a delta against the keyframe above. */
const nothingNew = new Uint8Array(1);

const frame = (number: number, baseNumber: number, snapshot = keyframe) => ({ number, tick: number, timeMs: number * 50, baseNumber, snapshot, scene: null, mood: null, seats: null });

describe("HouseReceiver", () => {
  it("shows nothing before the first keyframe", () => {
    const receiver = new HouseReceiver();
    expect(receiver.receive(frame(7, 6))).toBeNull();
    expect(receiver.waitsForKeyframe).toBe(true);
    expect(receiver.receive(frame(8, 0))?.number).toBe(8);
    expect(receiver.waitsForKeyframe).toBe(false);
  });

  it("puts a delta on the frame that it was coded against", () => {
    const receiver = new HouseReceiver();
    const first = receiver.receive(frame(1, 0));
    const second = receiver.receive(frame(2, 1, nothingNew));
    expect(second?.poses).toEqual(first?.poses);
  });

  it("waits for the next keyframe after a gap, even when later bases are known", () => {
    const receiver = new HouseReceiver();
    receiver.receive(frame(1, 0));
    expect(receiver.receive(frame(4, 3, nothingNew))).toBeNull();
    expect(receiver.receive(frame(5, 1, nothingNew))).toBeNull();
    expect(receiver.receive(frame(6, 0))?.number).toBe(6);
  });

  it("asks for an acknowledgement every fourth frame that was shown", () => {
    const receiver = new HouseReceiver();
    const asked = Array.from({ length: 12 }, (_, index) => receiver.receive(frame(index + 1, 0))).filter((shown) => shown?.acknowledge);
    expect(asked.map((shown) => shown?.number)).toEqual([4, 8, 12]);
  });

  it("throws on bytes that are no snapshot", () => {
    expect(() => new HouseReceiver().receive(frame(1, 0, new Uint8Array([255])))).toThrow(SnapshotError);
  });
});

import { describe, expect, it } from "vitest";
import malformed from "../../../tests/golden/malformed-snapshots.json";
import snapshots from "../../../tests/golden/snapshots.json";
import type { Emote, Gait } from "./contracts";
import { decodeSnapshot, SnapshotError, type ActorPose } from "./snapshot";

/** The C# codec's own vectors: hexadecimal bytes, and poses as lists in the wire's units. */
interface Vector {
  data: string;
  base: number[][] | null;
  poses: number[][] | null;
}

describe("decodeSnapshot", () => {
  it("gives exactly what the C# codec put in", () => {
    for (const vector of snapshots as Vector[]) {
      expect(decodeSnapshot(bytes(vector.data), poses(vector.base))).toEqual(poses(vector.poses));
    }
  });

  it("refuses what the C# codec refuses, with one kind of error", () => {
    for (const vector of malformed as Vector[]) {
      expect(() => decodeSnapshot(bytes(vector.data), poses(vector.base))).toThrow(SnapshotError);
    }
  });

  it("throws nothing else, whatever the bytes are", () => {
    const base = poses(snapshots.find((vector) => vector.base !== null)?.base ?? null);
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
    for (let round = 0; round < 20_000; round++) {
      const data = Uint8Array.from({ length: random(40) }, () => random(256));
      try {
        decodeSnapshot(data, round % 2 === 0 ? null : base);
      } catch (error) {
        expect(error).toBeInstanceOf(SnapshotError);
      }
    }
  });
});

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function poses(rows: number[][]): ActorPose[];
function poses(rows: number[][] | null): ActorPose[] | null;
function poses(rows: number[][] | null): ActorPose[] | null {
  if (rows === null) return null;
  return rows.map(([actor = 0, x = 0, y = 0, z = 0, facing = 0, gait = 0, emote = 0, speaking = 0, lookAt = 0]) => ({
    actor,
    x: x / 256,
    y: y / 256,
    z: z / 256,
    facing: facing * ((2 * Math.PI) / 256),
    gait: gait as Gait,
    emote: emote as Emote,
    speaking: speaking === 1,
    lookAt,
  }));
}

import { describe, expect, it } from "vitest";
import { jointBytes, JointsTrack } from "./jointsTrack";

const bytes = (first: number) => Uint8Array.from({ length: jointBytes }, (_, at) => (at === 0 ? first : 0));

describe("how a performer moves their avatar", () => {
  it("is shown when it is due, and stays until the next", () => {
    const track = new JointsTrack();
    track.add(100, bytes(1));
    track.add(133, bytes(2));
    expect(track.at(90)).toBeNull();
    expect(track.at(140)?.[0]).toBe(2);
    expect(track.at(150)?.[0]).toBe(2);
  });

  it("has signed bytes", () => {
    const track = new JointsTrack();
    track.add(1, bytes(200));
    expect(track.at(1)?.[0]).toBe(-56);
  });

  it.each([[null], [new Uint8Array()], [new Uint8Array(jointBytes - 1)], [new Uint8Array(jointBytes + 1)]])("is left as it was by %s", (none) => {
    const track = new JointsTrack();
    track.add(1, bytes(5));
    track.add(2, none);
    expect(track.at(3)?.[0]).toBe(5);
  });

  it("goes on when the clock jumped back, and holds a bounded number", () => {
    const track = new JointsTrack();
    track.add(600_000, bytes(7));
    expect(track.at(1000)?.[0]).toBe(7);
    for (let timeMs = 1000; timeMs < 2000; timeMs += 10) track.add(timeMs, bytes(timeMs / 100));
    // Of a hundred that nobody asked for, the oldest are over.
    expect(track.at(1)?.[0]).toBe(17);
  });
});

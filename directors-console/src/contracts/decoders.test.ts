import { describe, expect, it } from "vitest";
import { decodeHouseFrame, decodeIStageMessage, decodePerformanceView, decodeStageScene, encodeIActorMessage, decodeIActorMessage } from "./contracts";

const noise: unknown[] = [null, undefined, 0, "text", {}, [], [1, 2], new Uint8Array(3), [null, null, null, null, null, null], [[], [], [], [], [], [], [], []]];

describe("generated decoders", () => {
  it.each([
    ["decodeHouseFrame", decodeHouseFrame],
    ["decodeStageScene", decodeStageScene],
    ["decodePerformanceView", decodePerformanceView],
    ["decodeIStageMessage", decodeIStageMessage],
  ])("%s throws a TypeError on what is not its message", (_name, decoder) => {
    for (const wire of noise) expect(() => decoder(wire)).toThrow(TypeError);
  });

  it("name the type that was expected", () => {
    expect(() => decodeHouseFrame([1, 2])).toThrow("HouseFrame: an array of 6 members expected");
  });

  it("refuse a tag that no message has", () => {
    expect(() => decodeIStageMessage([99, []])).toThrow("unknown tag 99");
  });

  it("read members that a newer server added as if they were not there", () => {
    expect(decodeHouseFrame([1, 2, 3, 0, new Uint8Array(1), null, null, null, "newer"]).number).toBe(1);
  });

  it("read what the encoders write", () => {
    const message = { type: "SpeakLine", value: { line: "3.1.64" } } as const;
    expect(decodeIActorMessage(encodeIActorMessage(message))).toEqual(message);
  });
});

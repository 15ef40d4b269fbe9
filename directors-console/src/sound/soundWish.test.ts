import { describe, expect, it } from "vitest";
import { kept } from "./soundWish";

describe("the kept wish for sound", () => {
  it("is off at first: nobody is surprised by noise", () => {
    expect(kept(null)).toEqual({ isOn: false, isMuted: false, volume: 0.8 });
  });

  it("is what was kept", () => {
    expect(kept('{"isOn":true,"isMuted":true,"volume":0.25}')).toEqual({ isOn: true, isMuted: true, volume: 0.25 });
  });

  it("takes nothing that makes no sense", () => {
    for (const text of ["", "null", "[", '{"volume":7}', '{"volume":"loud"}', '{"isOn":"yes"}']) expect(kept(text)).toEqual({ isOn: false, isMuted: false, volume: 0.8 });
  });
});

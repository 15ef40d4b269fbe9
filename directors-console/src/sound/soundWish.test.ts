import { describe, expect, it } from "vitest";
import { kept } from "../shared/keptStore";
import { firstWish, wishChecks } from "./soundWish";

const wish = (text: string | null) => kept(text, firstWish, wishChecks);

describe("the kept wish for sound", () => {
  it("is off at first: nobody is surprised by noise", () => {
    expect(wish(null)).toEqual(firstWish);
    expect(firstWish.isOn).toBe(false);
  });

  it("is what was kept, and what it did not know yet is as at first", () => {
    expect(wish('{"isOn":true,"isMuted":true,"volume":0.25,"voices":0.5}')).toEqual({ ...firstWish, isOn: true, isMuted: true, volume: 0.25, voices: 0.5 });
  });

  it("takes nothing that makes no sense", () => {
    for (const text of ["", "null", "[", '{"volume":7}', '{"volume":"loud"}', '{"isOn":"yes"}', '{"applause":-1}']) expect(wish(text)).toEqual(firstWish);
  });
});

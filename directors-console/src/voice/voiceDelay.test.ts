import { describe, expect, it } from "vitest";
import { VoiceDelay } from "./voiceDelay";

describe("VoiceDelay", () => {
  it("is the picture's own where the line is fast", () => {
    const delay = new VoiceDelay();
    for (let frame = 0; frame < 100; frame++) expect(delay.heard(40, 120)).toBe(120);
  });

  it("grows at once to what the line needs, and falls slowly", () => {
    const delay = new VoiceDelay();
    expect(delay.heard(300, 120)).toBe(320);
    expect(delay.heard(50, 120)).toBeGreaterThan(315);
    for (let frame = 0; frame < 500; frame++) delay.heard(50, 120);
    expect(delay.heard(50, 120)).toBe(120);
  });

  it("has a limit, beyond which frames are late", () => {
    expect(new VoiceDelay().heard(5000, 120)).toBe(3000);
  });
});

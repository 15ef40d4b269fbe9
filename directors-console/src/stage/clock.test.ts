import { describe, expect, it } from "vitest";
import { StageClock } from "./clock";

function clockAt(start: number) {
  const local = { ms: start };
  return { local, clock: new StageClock(() => local.ms) };
}

describe("StageClock", () => {
  it("goes on between messages at the performance's rate", () => {
    const { local, clock } = clockAt(100);
    clock.setRate(4);
    clock.heard(1000);
    local.ms += 50;
    expect(clock.nowMs()).toBe(1200);
    expect(clock.nowMs() - clock.shownMs()).toBeGreaterThan(4 * 80);
  });

  it("believes the message that was delayed least", () => {
    const { local, clock } = clockAt(0);
    for (let frame = 0; frame < 200; frame++) {
      local.ms = frame * 50;
      clock.heard(frame * 50 - (frame % 4 === 0 ? 10 : 90));
    }
    expect(local.ms - clock.nowMs()).toBeLessThan(30);
  });

  it("takes a jump at once, as after a restart", () => {
    const { clock } = clockAt(0);
    clock.heard(600_000);
    clock.heard(590_000);
    expect(clock.nowMs()).toBe(590_000);
  });

  it("does not jump when the rate changes", () => {
    const { local, clock } = clockAt(0);
    clock.heard(5000);
    local.ms = 100;
    clock.setRate(8);
    expect(clock.nowMs()).toBe(5100);
    local.ms = 200;
    expect(clock.nowMs()).toBe(5900);
  });

  it("goes by the answer to a ping that came back fastest, half of its way ago", () => {
    const { local, clock } = clockAt(0);
    clock.heard(1000);
    for (const [roundTrip, server] of [[90, 5000], [20, 5100], [160, 5300]] as const) {
      local.ms += roundTrip;
      clock.answered(local.ms - roundTrip, server);
    }
    expect(clock.nowMs()).toBe(5100 + 10 + 160);
  });

  it("once pings are answered late messages do not move it", () => {
    const { local, clock } = clockAt(0);
    clock.answered(0, 500);
    local.ms = 100;
    clock.heard(520);
    expect(clock.nowMs()).toBe(600);
  });

  it("forgets answers of before a jump", () => {
    const { clock } = clockAt(0);
    clock.answered(0, 600_000);
    clock.heard(590_000);
    expect(clock.nowMs()).toBe(590_000);
  });
});

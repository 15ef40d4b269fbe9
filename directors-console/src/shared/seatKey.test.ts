import { beforeEach, describe, expect, it } from "vitest";
import { newSeatKey, seatKey } from "./seatKey";

describe("seatKey", () => {
  beforeEach(() => sessionStorage.clear());

  it("stays the same for a tab until another one is asked for", () => {
    const key = seatKey();
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(seatKey()).toBe(key);
    expect(newSeatKey()).not.toBe(key);
    expect(seatKey()).not.toBe(key);
  });

  it("does not take anything for a key that somebody left there", () => {
    sessionStorage.setItem("virtualstage.seat", "a&b=c");
    expect(seatKey()).toMatch(/^[0-9a-f]{32}$/);
  });

  it("makes one even where nothing can be kept", () => expect(seatKey(null)).toMatch(/^[0-9a-f]{32}$/));
});

import { beforeEach, describe, expect, it } from "vitest";
import { auditionIn, dropPass, keepPass, takePass } from "./pass";

describe("the pass of an audition", () => {
  beforeEach(() => {
    localStorage.clear();
    history.replaceState(null, "", "/audition/hamlet-a1");
  });

  it("is for the audition that the address names", () => {
    expect(auditionIn("/audition/hamlet-a1")).toBe("hamlet-a1");
    expect(auditionIn("/audition")).toBe("");
  });

  it("keeps the public token of the link, in the address as well", () => {
    history.replaceState(null, "", "/audition/hamlet-a1#token=abc");
    expect(takePass("hamlet-a1")).toEqual({ token: "abc", ticket: null });
    expect(location.hash).toBe("#token=abc");
  });

  it("takes a ticket out of the address, and knows it the next time", () => {
    history.replaceState(null, "", "/audition/hamlet-a1#ticket=t1");
    expect(takePass("hamlet-a1").ticket).toBe("t1");
    expect(location.hash).toBe("");
    expect(takePass("hamlet-a1").ticket).toBe("t1");
  });

  it("is another one for another audition", () => {
    keepPass("hamlet-a1", "t1");
    expect(takePass("hamlet-a2").ticket).toBeNull();
    dropPass("hamlet-a1");
    expect(takePass("hamlet-a1").ticket).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { defaultKeymap, keyName, read, refusalOf, withKey } from "./keymap";

describe("the keymap", () => {
  it("refuses a key that another action has, and says which", () => {
    expect(refusalOf(defaultKeymap, "warn", " ")).toBe("Space is taken by “GO”: give that another key first.");
    expect(refusalOf(defaultKeymap, "warn", "g")).toBeNull();
  });

  it("refuses keys by which people get about the page", () => {
    for (const key of ["tab", "arrowdown", "shift", "pageup", "f5"]) expect(refusalOf(defaultKeymap, "go", key)).toContain("get about the page");
  });

  it("gives a freed key to whom it is given", () => {
    const changed = withKey(defaultKeymap, "go", "g");
    expect(refusalOf(changed, "standby", " ")).toBeNull();
    expect(withKey(changed, "standby", " ").standby).toEqual([" "]);
  });

  it("comes back from storage, and falls back to the usual keys where that is damaged", () => {
    const changed = withKey(defaultKeymap, "go", "g");
    expect(read(JSON.stringify(changed))).toEqual(changed);
    for (const damaged of [null, "", "{", "[]", "7", '{"go":["g"]}', JSON.stringify({ ...defaultKeymap, warn: [" "] }), JSON.stringify({ ...defaultKeymap, go: ["tab"] })]) {
      expect(read(damaged)).toEqual(defaultKeymap);
    }
  });

  it("prints keys as people call them", () => {
    expect([" ", "escape", "s", "f2", "enter"].map(keyName)).toEqual(["Space", "Esc", "S", "F2", "Enter"]);
  });
});

import { describe, expect, it } from "vitest";
import { shortcutOf } from "./shortcuts";

const key = (name: string, target: Element | null = document.body, more: Partial<KeyboardEvent> = {}) =>
  shortcutOf({ key: name, repeat: false, ctrlKey: false, altKey: false, metaKey: false, target, ...more });

const inside = (html: string, selector: string) => {
  document.body.innerHTML = html;
  return document.querySelector(selector);
};

describe("the console's keys", () => {
  it("are Space for GO, Enter and S for standby, Escape for panic", () => {
    expect([" ", "Enter", "s", "S", "Escape", "x"].map((name) => key(name))).toEqual(["go", "standby", "standby", "standby", "panic", null]);
  });

  it("belong to text fields and dialogs where those are", () => {
    expect(key(" ", inside("<input>", "input"))).toBeNull();
    expect(key("Escape", inside('<div role="dialog"><button>x</button></div>', "button"))).toBeNull();
  });

  it("do not repeat when a key is held, and are no part of the browser's own", () => {
    expect(key(" ", document.body, { repeat: true })).toBeNull();
    expect(key("s", document.body, { ctrlKey: true })).toBeNull();
  });
});

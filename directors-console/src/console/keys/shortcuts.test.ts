import { describe, expect, it } from "vitest";
import { defaultKeymap, withKey } from "./keymap";
import { shortcutOf } from "./shortcuts";
import { watchTabbing } from "./tabbed";

const key = (name: string, target: Element | null = document.body, more: Partial<KeyboardEvent> = {}, keys = defaultKeymap) =>
  shortcutOf({ key: name, repeat: false, ctrlKey: false, altKey: false, metaKey: false, target, ...more }, keys);

const inside = (html: string, selector: string) => {
  document.body.innerHTML = html;
  return document.querySelector(selector);
};

describe("the console's keys", () => {
  it("are Space for GO, Enter and S for standby, W, B and H, Escape for panic", () => {
    expect([" ", "Enter", "s", "S", "w", "b", "H", "Escape", "x"].map((name) => key(name))).toEqual([
      "go",
      "standby",
      "standby",
      "standby",
      "warn",
      "back",
      "hold",
      "panic",
      null,
    ]);
  });

  it("are what they were changed to", () => {
    const changed = withKey(defaultKeymap, "go", "g");
    expect(key("g", document.body, {}, changed)).toBe("go");
    expect(key(" ", document.body, {}, changed)).toBeNull();
  });

  it("belong to text fields and dialogs where those are", () => {
    expect(key(" ", inside("<input>", "input"))).toBeNull();
    expect(key("Escape", inside('<div role="dialog"><button>x</button></div>', "button"))).toBeNull();
  });

  it("leave Space and Enter to a control that was reached with Tab, and to none that has the focus otherwise", () => {
    const end = watchTabbing();
    document.body.innerHTML = "<button id=one></button><button id=two data-keys=console></button>";
    const [one, two] = [document.querySelector<HTMLButtonElement>("#one")!, document.querySelector<HTMLButtonElement>("#two")!];
    one.focus();
    expect(key(" ", one)).toBe("go");
    const tabTo = (control: HTMLButtonElement) => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
      control.focus();
    };
    tabTo(two);
    expect(key(" ", two)).toBe("go");
    tabTo(one);
    expect([key(" ", one), key("Enter", one), key("s", one), key("Escape", one)]).toEqual([null, null, "standby", "panic"]);
    one.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(key(" ", one)).toBe("go");
    end();
  });

  it("do not repeat when a key is held, and are no part of the browser's own", () => {
    expect(key(" ", document.body, { repeat: true })).toBeNull();
    expect(key("s", document.body, { ctrlKey: true })).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { CueEntry } from "../production/document";
import { emptyStep, FormError, toCue, toForm } from "./cueForm";

const cues: CueEntry[] = [
  { number: "LX 1", title: "Night", line: "1.1.1", look: "night", preWait: 0.5, duration: 6, postWait: 2, continue: "auto-continue", armed: false, flagged: true, colour: "#ff0000", notes: "slow" },
  { number: "SQ 1", title: "Wind", sound: "wind", department: "stage-management" },
  { number: "FL 1", title: "In", fly: { bench: "in", arras: "out" } },
  {
    number: "B 1",
    title: "They meet",
    blocking: [
      { role: "ghost", from: "up-left", to: "centre", gait: "run" },
      { role: "hamlet", to: "left", emote: "kneel" },
      { role: "horatio", by: "up-right", speed: 1.2 },
      { role: "marcellus", emote: "bow" },
      { role: "bernardo", emote: "none" },
    ],
  },
  { number: "C 1", title: "Beginners", call: { text: "Beginners, please", roles: ["hamlet"] } },
  { number: "C 2", title: "All", call: { text: "Everybody" } },
  { number: "P 1", title: "She appears", performer: { role: "ghost", enters: "wall" } },
  { number: "P 2", title: "She moves", performer: { role: "ghost", to: "wall" } },
  { number: "P 3", title: "She goes", performer: { role: "ghost", leaves: true } },
  { number: "M 1", title: "Haze", message: { to: "haze", address: "/on", arguments: [1, 0.5, true, "full", { text: "1" }] } },
  { number: "G 1", title: "Storm", group: { mode: "random", cues: [{ number: "G 1.1", title: "Thunder", sound: "thunder" }] } },
  { number: "J 1", title: "On", goTo: "LX 1" },
  { number: "W 1", title: "Wait", wait: 3 },
  { number: "N 1", title: "Mind", memo: "the trap" },
  { number: "X 1", title: "Pause", pause: "SQ 1" },
  { number: "X 2", title: "Resume", resume: "SQ 1" },
  { number: "X 3", title: "Stop", stop: "SQ 1" },
  { number: "X 4", title: "Fade", fade: "SQ 1", duration: 2 },
];

describe("the form of a cue", () => {
  it.each(cues.map((cue) => [cue.number, cue] as const))("gives %s back as it was", (_, cue) => {
    expect(toCue(toForm(cue), cue)).toEqual(cue);
  });

  it("takes a comma for a point, and says what is no number", () => {
    expect(toCue({ ...toForm(cues[1]!), duration: "1,5" }, null).duration).toBe(1.5);
    expect(() => toCue({ ...toForm(cues[1]!), preWait: "soon" }, null)).toThrow(new FormError("Pre-wait: “soon” is no number."));
    expect(() => toCue({ ...toForm(cues[12]!), wait: "" }, null)).toThrow(FormError);
  });

  it("says how arguments of a message are written", () => {
    expect(() => toCue({ ...toForm(cues[9]!), messageArguments: "full" }, null)).toThrow(/texts in quotes/);
  });

  it("keeps nothing of an action that was changed for another", () => {
    expect(toCue({ ...toForm(cues[0]!), action: "sound", sound: "wind" }, cues[0]!)).not.toHaveProperty("look");
  });

  it("writes of a step only what its kind has", () => {
    const form = { ...toForm(cues[3]!), blocking: [{ ...emptyStep, role: "ghost", kind: "exit" as const, from: "up-left", to: "centre", by: "up-right", emote: "bow" }] };
    expect(toCue(form, null).blocking).toEqual([{ role: "ghost", by: "up-right" }]);
  });

  it("gives a new group a first member, because a group cannot be empty", () => {
    expect(toCue({ ...toForm({ number: "G 2", title: "Storm" }), action: "group" }, null).group?.cues.map((cue) => cue.number)).toEqual(["G 2.1"]);
  });
});

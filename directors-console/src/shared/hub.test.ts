import { expect, it } from "vitest";
import { showAnswer } from "./hub";
import { Store } from "./store";

it("shows the answer when nothing was told meanwhile", async () => {
  const shown = new Store<string | null>(null);
  await showAnswer(shown, () => Promise.resolve("answer"), (answer) => shown.set(answer));
  expect(shown.get()).toBe("answer");
});

it("keeps what was told while the answer was on its way", async () => {
  const shown = new Store<string | null>("before");
  await showAnswer(
    shown,
    () => {
      shown.set("told");
      return Promise.resolve("answer");
    },
    (answer) => shown.set(answer),
  );
  expect(shown.get()).toBe("told");
});

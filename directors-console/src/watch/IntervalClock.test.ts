import { expect, test } from "vitest";
import { minutesInWords } from "./IntervalClock";

test("the interval is told in whole minutes, so that it is heard once in each", () => {
  expect(minutesInWords(15 * 60_000)).toBe(". Less than 15 minutes are left.");
  expect(new Set([899_000, 870_000, 840_500].map(minutesInWords)).size).toBe(1);
  expect(minutesInWords(60_000)).toBe(". Less than a minute is left.");
  expect(minutesInWords(0)).toBe(". It goes on in a moment.");
});

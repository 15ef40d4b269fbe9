import { expect, test } from "vitest";
import { isLevel, isOneOf, isTruth, kept, KeptStore } from "./keptStore";

interface Wish {
  isOn: boolean;
  volume: number;
  size: string;
}

const first: Wish = { isOn: false, volume: 0.8, size: "medium" };
const checks = { isOn: isTruth, volume: isLevel, size: isOneOf("small", "medium") };

test("what was kept is taken field by field, as far as it can be understood", () => {
  expect(kept('{"isOn":true,"volume":0.25,"size":"small"}', first, checks)).toEqual({ isOn: true, volume: 0.25, size: "small" });
  expect(kept('{"isOn":"yes","volume":7,"size":"small","toString":1,"more":2}', first, checks)).toEqual({ ...first, size: "small" });
  for (const text of [null, "", "no JSON", "null", "7", "[]"]) expect(kept(text, first, checks)).toEqual(first);
});

test("a wish is there for the next page, and watchers hear of it", () => {
  const store = new KeptStore("virtualstage.test", first, checks);
  let told = 0;
  store.subscribe(() => told++);
  store.wish({ volume: 0.5 });
  expect(told).toBe(1);
  expect(new KeptStore("virtualstage.test", first, checks).get()).toEqual({ ...first, volume: 0.5 });
});

import { beforeEach, describe, expect, it } from "vitest";
import { SoundBank, type Decoded } from "./soundBank";

const settle = () => new Promise((done) => setTimeout(done));

describe("SoundBank", () => {
  let asked: string[];
  let broken: Set<string>;
  let nowMs: number;
  let bank: SoundBank<Decoded & { hash: string }>;

  beforeEach(() => {
    asked = [];
    broken = new Set();
    nowMs = 0;
    // Every sound takes 400 bytes; there is room for three.
    bank = new SoundBank(
      async (hash) => {
        asked.push(hash);
        if (broken.has(hash)) throw new Error("no line");
        return new TextEncoder().encode(hash).buffer as ArrayBuffer;
      },
      async (file) => ({ hash: new TextDecoder().decode(file), duration: 1, length: 100, numberOfChannels: 1 }),
      () => undefined,
      1200,
      () => nowMs,
    );
  });

  it("fetches a sound once, however often it is wanted", async () => {
    bank.want(["a"]);
    bank.want(["a"]);
    await settle();
    bank.want(["a"]);
    expect(asked).toEqual(["a"]);
    expect(bank.get("a")?.hash).toBe("a");
    expect(bank.get("b")).toBeNull();
  });

  it("fetches what is needed first, and the rest one after the other", async () => {
    bank.want(["a"], ["b", "c"]);
    expect(asked).toEqual(["a"]);
    await settle();
    bank.want(["a"], ["b", "c"]);
    bank.want(["a"], ["b", "c"]);
    expect(asked).toEqual(["a", "b"]);
  });

  it("leaves room: what may come later fills half of it at most", async () => {
    for (let turn = 0; turn < 6; turn++) {
      bank.want([], ["a", "b", "c", "d"]);
      await settle();
    }
    expect(bank.held).toEqual({ count: 2, bytes: 800 });
  });

  it("forgets what was wanted longest ago when it is full, and never what is needed", async () => {
    for (const needed of [["a"], ["b"], ["c"], ["a", "d"], ["a", "d"]]) {
      bank.want(needed);
      await settle();
    }
    expect(bank.get("b")).toBeNull();
    expect(["a", "c", "d"].map((hash) => bank.get(hash)?.hash)).toEqual(["a", "c", "d"]);
    bank.want(["a", "c", "d", "b"]);
    await settle();
    bank.want(["a", "c", "d", "b"]);
    expect(bank.held.count).toBe(4);
  });

  it("tries again after a while when a file did not come", async () => {
    broken.add("a");
    bank.want(["a"]);
    await settle();
    bank.want(["a"]);
    expect(asked).toEqual(["a"]);
    broken.clear();
    nowMs = 3000;
    bank.want(["a"]);
    await settle();
    expect(asked).toEqual(["a", "a"]);
    expect(bank.get("a")).not.toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { ReadyState } from "../contracts/contracts";
import { checkConnection, judgeCamera, judgeConnection, judgeError, judgeMicrophone } from "./ready";

describe("ready checks", () => {
  it("judge a connection by its middle round trip", () => {
    expect(judgeConnection([20, 900, 25, 22, 30])).toEqual({ state: ReadyState.Ready, word: "25 ms there and back" });
    expect(judgeConnection([300, 320, 310]).state).toBe(ReadyState.Poor);
    expect(judgeConnection([2000]).state).toBe(ReadyState.Failed);
    expect(judgeConnection([]).state).toBe(ReadyState.Failed);
  });

  it("count what was measured before the line broke", async () => {
    let trips = 0;
    const found = await checkConnection(() => (++trips > 2 ? Promise.reject(new Error("gone")) : Promise.resolve(40)));
    expect(found).toEqual({ state: ReadyState.Ready, word: "40 ms there and back" });
  });

  it("tell a voice from noise, and noise from silence", () => {
    expect(judgeMicrophone(0.3).state).toBe(ReadyState.Ready);
    expect(judgeMicrophone(0.004).state).toBe(ReadyState.Poor);
    expect(judgeMicrophone(0).state).toBe(ReadyState.Failed);
  });

  it("want a picture, and not too small a one", () => {
    expect(judgeCamera(1280, 720)).toEqual({ state: ReadyState.Ready, word: "1280 × 720" });
    expect(judgeCamera(320, 240).state).toBe(ReadyState.Poor);
    expect(judgeCamera(0, 0).state).toBe(ReadyState.Failed);
  });

  it("say why a device was not given, also for reasons that nobody knows", () => {
    expect(judgeError("NotAllowedError").word).toContain("not allowed");
    expect(judgeError("constructor-like nonsense")).toEqual({ state: ReadyState.Failed, word: "it cannot be opened" });
  });
});

import { describe, expect, it } from "vitest";
import { Attendance, ReadyCheck, ReadyState } from "../../contracts/contracts";
import { attendanceWords, isReady } from "./callSheet";

const answer = (state: ReadyState) => ({ check: ReadyCheck.Microphone, state, word: "", atMs: 0 });

describe("the call sheet", () => {
  it("counts who is there", () => {
    const members = [Attendance.Expected, Attendance.SignedIn, Attendance.SignedIn, Attendance.Absent].map((attendance) => ({ attendance }));
    expect(attendanceWords(members)).toBe("2 signed in, 1 expected, 1 absent");
    expect(attendanceWords([])).toBe("nobody is in the company yet");
  });

  it("takes somebody for ready who said so and with whom nothing failed", () => {
    expect(isReady({ ready: [] })).toBe(false);
    expect(isReady({ ready: [answer(ReadyState.NotUsed)] })).toBe(false);
    expect(isReady({ ready: [answer(ReadyState.Ready), answer(ReadyState.NotUsed)] })).toBe(true);
    expect(isReady({ ready: [answer(ReadyState.Poor)] })).toBe(true);
    expect(isReady({ ready: [answer(ReadyState.Ready), answer(ReadyState.Failed)] })).toBe(false);
  });
});

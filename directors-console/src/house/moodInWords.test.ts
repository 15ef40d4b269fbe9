import { describe, expect, it } from "vitest";
import { quiet } from "../stage/houseSide";
import { moodInWords } from "./moodInWords";

describe("moodInWords", () => {
  it("says nothing of a quiet house", () => expect(moodInWords(quiet)).toBe(""));

  it("measures what is heard by how many there are", () => {
    expect(moodInWords({ ...quiet, size: 100, applause: 4 })).toBe("a few hands clap");
    expect(moodInWords({ ...quiet, size: 10, applause: 4 })).toBe("applause");
    expect(moodInWords({ ...quiet, size: 3, applause: 4 })).toBe("the whole house applauds");
  });

  it("says all that is heard", () => expect(moodInWords({ ...quiet, size: 10, laugh: 4, bravo: 1 })).toBe("laughter, a bravo"));
});

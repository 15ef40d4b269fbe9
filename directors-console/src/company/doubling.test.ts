import { describe, expect, it } from "vitest";
import type { DoublingConflict, DoublingView } from "../contracts/contracts";
import { castWords, clashesOf, conflictWords, matrixOf } from "./doubling";

const conflict = (one: string, other: string, more: Partial<DoublingConflict> = {}): DoublingConflict => ({ one, other, together: true, line: "1.1.3", gapLines: 0, gapMs: 0, ...more });
const view: DoublingView = {
  roles: ["hamlet", "ghost", "osric"].map((role) => ({ role, name: role[0]!.toUpperCase() + role.slice(1), speeches: 1, words: 10 })),
  conflicts: [conflict("hamlet", "ghost"), conflict("osric", "hamlet", { together: false, line: "5.2.82", gapLines: 1, gapMs: 4400 })],
  actors: [{ roles: ["hamlet"] }, { roles: ["ghost", "osric"] }],
  needed: ["hamlet", "ghost"],
  isMinimal: true,
};

describe("the doubling matrix", () => {
  it("has a cell for every pair once, whichever way round the conflict is told", () => {
    expect(matrixOf(view).map((row) => row.cells.map((cell) => cell.meeting))).toEqual([[], ["together"], ["change", "free"]]);
  });

  it("says why in words", () => {
    const osric = matrixOf(view)[2]!;
    expect(osric.cells.map((cell) => cell.words)).toEqual(["Osric and Hamlet: 1 line (4 s) to change before 5.2.82", "Osric and Ghost: can share an actor"]);
    expect(conflictWords(conflict("a", "b"))).toBe("both needed at 1.1.3");
  });

  it("finds what clashes with roles that somebody has", () => {
    expect(clashesOf(view, "osric", ["hamlet", "ghost"]).map((one) => one.line)).toEqual(["5.2.82"]);
    expect(clashesOf(view, "osric", ["ghost"])).toEqual([]);
  });

  it("claims that a cast is the smallest only when that is proven", () => {
    expect(castWords(view)).toBe("2 actors are needed, and enough.");
    expect(castWords({ ...view, isMinimal: false })).toBe("2 actors are enough; at least 2 are needed.");
  });
});

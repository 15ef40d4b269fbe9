import type { DoublingConflict, DoublingView } from "../contracts/contracts";

/** Where two roles meet in the matrix: they can share an actor, or why they cannot. */
export type Meeting = "free" | "together" | "change";

export interface MatrixRow {
  role: string;
  name: string;
  /** One for each role before this one. */
  cells: readonly { other: string; meeting: Meeting; words: string }[];
}

/** Why two roles cannot share an actor, in a sentence's end. */
export function conflictWords({ together, line, gapLines, gapMs }: DoublingConflict): string {
  if (together) return `both needed at ${line}`;
  return `${gapLines} ${gapLines === 1 ? "line" : "lines"} (${Math.round(gapMs / 1000)} s) to change before ${line}`;
}

/** The matrix below its diagonal, for it is the same above. */
export function matrixOf({ roles, conflicts }: DoublingView): MatrixRow[] {
  const found = new Map(conflicts.flatMap((conflict) => [[`${conflict.one} ${conflict.other}`, conflict] as const, [`${conflict.other} ${conflict.one}`, conflict] as const]));
  return roles.map(({ role, name }, row) => ({
    role,
    name,
    cells: roles.slice(0, row).map((other) => {
      const conflict = found.get(`${role} ${other.role}`);
      const meeting: Meeting = conflict ? (conflict.together ? "together" : "change") : "free";
      return { other: other.role, meeting, words: `${name} and ${other.name}: ${conflict ? conflictWords(conflict) : "can share an actor"}` };
    }),
  }));
}

/** Clashes of a role with those that somebody plays already; for who is about to be cast. */
export const clashesOf = (view: DoublingView, role: string, played: readonly string[]): DoublingConflict[] =>
  view.conflicts.filter(({ one, other }) => (one === role && played.includes(other)) || (other === role && played.includes(one)));

/** "5 actors are needed, and enough." */
export function castWords({ actors, needed, isMinimal }: DoublingView): string {
  const count = `${actors.length} ${actors.length === 1 ? "actor" : "actors"}`;
  return isMinimal ? `${count} are needed, and enough.` : `${count} are enough; at least ${needed.length} are needed.`;
}

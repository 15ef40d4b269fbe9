import { BookItemKind, type LoopView, type RehearseFrom } from "../../contracts/contracts";
import { Store } from "../../shared/store";
import type { Book } from "../book/book";
import type { Director } from "../director/Director";

/** Where the last run-through began, so that it can begin there again; and the line from which a loop will go that has no end yet. */
export const lastStart = new Store<{ words: string; from: RehearseFrom } | null>(null);
export const loopStart = new Store<string | null>(null);

export function rehearseFrom(director: Director, words: string, from: Partial<RehearseFrom>): void {
  const whole: RehearseFrom = { division: null, line: null, cue: null, ...from };
  lastStart.set({ words, from: whole });
  director.press(`From ${words}`, { type: "RehearseFrom", value: whole });
}

export function setLoop(director: Director, fromLine: string | null, toLine: string | null): void {
  loopStart.set(null);
  director.press(fromLine === null ? "End the loop" : `Loop ${fromLine} to ${toLine}`, { type: "SetLoop", value: { fromLine, toLine } });
}

/** Rows of the book that a loop repeats, first and last; null for none. */
export function loopRows(book: Book, loop: LoopView | null): [number, number] | null {
  if (!loop) return null;
  const [from, to] = [book.rowOf(loop.fromLine), book.rowOf(loop.toLine)];
  return from < 0 || to < from ? null : [from, to];
}

/** A division that can be rehearsed from its top. */
export interface Scene {
  id: string;
  title: string;
  depth: number;
  lines: number;
  durationMs: number;
  cues: number;
}

/** The play's divisions with what is in each, those within it counted with it. */
export function scenesOf(book: Book): Scene[] {
  const scenes: Scene[] = [];
  let open: Scene[] = [];
  for (const { item, cues } of book.rows) {
    if (item.kind === BookItemKind.Heading) {
      open = open.filter((scene) => item.id.startsWith(`${scene.id}.`));
      const scene = { id: item.id, title: item.text, depth: open.length, lines: 0, durationMs: 0, cues: 0 };
      scenes.push(scene);
      open.push(scene);
    } else {
      for (const scene of open) {
        if (item.kind === BookItemKind.Line) scene.lines++;
        scene.durationMs += item.durationMs;
        scene.cues += cues.length;
      }
    }
  }
  return scenes;
}

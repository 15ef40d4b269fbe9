import { ShowState, type PerformanceView } from "../../contracts/contracts";
import { follows } from "../book/follows";
import type { Director } from "../director/Director";
import { useDirector } from "../director/useDirector";
import { useShortcuts } from "../keys/shortcuts";
import type { KeyAction } from "../keys/keymap";

export type Calls = Readonly<Record<KeyAction, () => void>>;

/** What the calling buttons and their keys do. Each looks at what the server said last, and at nothing else. */
export function useCalls(): Calls {
  const director = useDirector();
  const calls = callsOf(director);
  useShortcuts((action) => calls[action]());
  return calls;
}

function callsOf(director: Director): Calls {
  const { press } = director;
  const withView = (act: (view: PerformanceView) => void) => () => {
    if (director.view) act(director.view);
  };
  return {
    go: withView(({ standby, revision }) => {
      if (standby !== null) press(`GO ${standby}`, { type: "Go", value: { cue: standby, revision } });
    }),
    standby: withView(({ standby, next }) => {
      if (next !== null && next !== standby) press(`Standby ${next}`, { type: "StandBy", value: { cue: next } });
    }),
    warn: withView(({ warned, standby, next }) => {
      if (next !== null && next !== standby && next !== warned) press(`Warn ${next}`, { type: "Warn", value: { cue: next } });
    }),
    release: withView(({ standby, warned }) => {
      const cue = standby ?? warned;
      if (cue !== null) press(`Release ${cue}`, { type: "ReleaseStandby", value: { cue } });
    }),
    back: withView(({ canGoBack }) => {
      if (canGoBack > 0) press("Back", { type: "Back", value: {} });
    }),
    hold: withView(({ show }) => {
      if (show === ShowState.Held) press("Resume", { type: "Resume", value: {} });
      else if (show === ShowState.Running) press("Hold", { type: "Hold", value: { reason: "Held from the console" } });
    }),
    panic: () => press("Panic", { type: "Panic", value: {} }),
    line: withView(({ currentLine }) => {
      const next = director.books.book.get()?.lineAfter(currentLine);
      if (next) press(`Line ${next.item.id}`, { type: "Advance", value: { line: next.item.id } });
    }),
    follow: () => follows.set(!follows.get()),
  };
}

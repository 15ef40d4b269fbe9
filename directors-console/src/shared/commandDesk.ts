import type { CommandAnswer } from "../contracts/contracts";
import { reasonOf } from "./hub";
import { Store } from "./store";

/** A command as it is sent: the id makes its retry harmless. */
export interface Envelope<C> {
  id: string;
  command: C;
  /** Performance time of the press. */
  pressedMs: number;
}

/** What a desk needs of a connection. */
export interface CommandLine<C> {
  isConnected(): boolean;
  /** Resolves with true once connected, with false when that took longer than the given time. */
  whenConnected(withinMs: number): Promise<boolean>;
  send(envelope: Envelope<C>): Promise<CommandAnswer>;
  /** Performance time now. */
  timeMs(): number;
}

/** Accepted: the server has written it down. Done: this page shows what came of it. */
export type ReportState = "sent" | "accepted" | "done" | "refused" | "unconfirmed";

/** What became of the last thing that was pressed: a command, or an edit of the production. */
export interface Report {
  /** The command's type; "Edit" for an edit. */
  type: string;
  what: string;
  state: ReportState;
  /** Milliseconds from the press to this state; null while nothing is known. */
  tookMs: number | null;
  reason: string | null;
}

type Outcome = Omit<Report, "type" | "what"> & { revision: number };

/** A command is tried again with the same id for this long; after that it would come too late to be what was meant. */
const retryMs = 1000;
/** A second GO this soon after the first, with no other press between them, is the same press of the hand. */
const doublePressMs = 350;

/** Sends what is pressed, once, and tells what became of it. Nothing is believed before the server said so. */
export class CommandDesk<C extends { type: string }> {
  readonly report = new Store<Report | null>(null);
  readonly pending = new Store<ReadonlySet<string>>(new Set());
  private lastGoMs = -Infinity;
  private seenRevision = 0;
  private awaited: { report: Report; revision: number; pressedMs: number } | null = null;

  constructor(
    private readonly line: CommandLine<C>,
    private readonly now: () => number = () => performance.now(),
    private readonly newId: () => string = randomId,
    /** What waits for its answer: a second press of the same is part of the first. */
    private readonly keyOf: (what: string, command: C) => string = (_, command) => command.type,
  ) {}

  /** Takes a press. Gives the report of the answer, or null when the press was part of one that is under way. */
  async press(what: string, command: C): Promise<Report | null> {
    const pressedMs = this.now();
    const { type } = command;
    if (!this.line.isConnected()) return this.tell({ type, what, state: "refused", tookMs: null, reason: "There is no connection: nothing was sent." });
    if (type === "Go") {
      if (pressedMs - this.lastGoMs < doublePressMs) return null;
    }
    this.lastGoMs = type === "Go" ? pressedMs : -Infinity;
    const key = this.keyOf(what, command);
    if (this.pending.get().has(key) && type !== "Panic") return null;
    this.setPending(key, true);
    this.tell({ type, what, state: "sent", tookMs: null, reason: null });
    try {
      const { revision, ...outcome } = await this.deliver({ id: this.newId(), command, pressedMs: this.line.timeMs() }, pressedMs);
      const report = this.tell({ type, what, ...outcome });
      if (report.state === "accepted") this.awaited = { report, revision, pressedMs };
      this.see(this.seenRevision);
      return report;
    } finally {
      this.setPending(key, false);
    }
  }

  /** The page shows the performance at a revision. */
  see(revision: number): void {
    this.seenRevision = revision;
    if (!this.awaited || revision < this.awaited.revision) return;
    const { report, pressedMs } = this.awaited;
    this.awaited = null;
    if (this.report.get() === report) this.tell({ ...report, state: "done", tookMs: this.since(pressedMs) });
  }

  private async deliver(envelope: Envelope<C>, pressedMs: number): Promise<Outcome> {
    for (;;) {
      try {
        const { accepted, reason, revision } = await this.line.send(envelope);
        const tookMs = this.since(pressedMs);
        return accepted ? { state: "accepted", tookMs, reason: null, revision } : { state: "refused", tookMs, reason: reason ?? "No reason was given.", revision };
      } catch (error) {
        if (this.line.isConnected()) return { state: "refused", tookMs: this.since(pressedMs), reason: reasonOf(error), revision: 0 };
        const leftMs = pressedMs + retryMs - this.now();
        if (leftMs > 0 && (await this.line.whenConnected(leftMs))) continue;
        const reason = "The connection was lost before an answer came. See what happened before you press again.";
        return { state: "unconfirmed", tookMs: null, reason, revision: 0 };
      }
    }
  }

  private since(pressedMs: number): number {
    return Math.round(this.now() - pressedMs);
  }

  private tell(report: Report): Report {
    this.report.set(report);
    return report;
  }

  private setPending(key: string, isPending: boolean): void {
    const pending = new Set(this.pending.get());
    if (isPending) pending.add(key);
    else pending.delete(key);
    this.pending.set(pending);
  }
}

/** 128 random bits. Not crypto.randomUUID, which browsers keep from pages that came over plain HTTP. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import type { CommandAnswer, CommandEnvelope, IPerformanceCommand } from "../contracts/contracts";
import { Store } from "../shared/store";
import { reasonOf } from "./directorsConnection";

/** What a desk needs of a connection. */
export interface CommandLine {
  isConnected(): boolean;
  /** Resolves with true once connected, with false when that took longer than the given time. */
  whenConnected(withinMs: number): Promise<boolean>;
  send(envelope: CommandEnvelope): Promise<CommandAnswer>;
}

export type ReportState = "sent" | "accepted" | "refused" | "unconfirmed";

/** What became of the last thing that was pressed, in words. */
export interface Report {
  what: string;
  state: ReportState;
  reason: string | null;
}

/** A command is tried again with the same id for this long; after that it would come too late to be what was meant. */
const retryMs = 1000;
/** A second GO this soon after the first is the same press of the hand. */
const doublePressMs = 350;

/** Sends what is pressed, once, and tells what became of it. Nothing is believed before the server said so. */
export class CommandDesk {
  readonly report = new Store<Report | null>(null);
  readonly pending = new Store<ReadonlySet<string>>(new Set());
  private lastGoMs = -Infinity;

  constructor(
    private readonly line: CommandLine,
    private readonly now: () => number = () => performance.now(),
    private readonly newId: () => string = randomId,
  ) {}

  /** Takes a press. Gives the report, or null when the press was part of one that is under way. */
  async press(what: string, command: IPerformanceCommand): Promise<Report | null> {
    const pressedMs = this.now();
    if (!this.line.isConnected()) return this.tell({ what, state: "refused", reason: "There is no connection: nothing was sent." });
    if (command.type === "Go") {
      if (pressedMs - this.lastGoMs < doublePressMs) return null;
      this.lastGoMs = pressedMs;
    }
    if (this.pending.get().has(command.type) && command.type !== "Panic") return null;
    this.setPending(command.type, true);
    this.tell({ what, state: "sent", reason: null });
    try {
      return this.tell({ what, ...(await this.deliver({ id: this.newId(), command }, pressedMs)) });
    } finally {
      this.setPending(command.type, false);
    }
  }

  private async deliver(envelope: CommandEnvelope, pressedMs: number): Promise<Omit<Report, "what">> {
    for (;;) {
      try {
        const answer = await this.line.send(envelope);
        return answer.accepted ? { state: "accepted", reason: null } : { state: "refused", reason: answer.reason ?? "No reason was given." };
      } catch (error) {
        if (this.line.isConnected()) return { state: "refused", reason: reasonOf(error) };
        const leftMs = pressedMs + retryMs - this.now();
        if (leftMs > 0 && (await this.line.whenConnected(leftMs))) continue;
        return { state: "unconfirmed", reason: "The connection was lost before an answer came. See what happened before you press again." };
      }
    }
  }

  private tell(report: Report): Report {
    this.report.set(report);
    return report;
  }

  private setPending(type: string, isPending: boolean): void {
    const pending = new Set(this.pending.get());
    if (isPending) pending.add(type);
    else pending.delete(type);
    this.pending.set(pending);
  }
}

/** 128 random bits. Not crypto.randomUUID, which browsers keep from pages that came over plain HTTP. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import type { ReactionKind } from "../contracts/contracts";
import { Store } from "../shared/store";

const everyMs = 1000;
const times = 4;

/** A spectator's reaction goes on for some seconds, or until it is pressed again; there is one at a time. */
export class Reacting {
  readonly kind = new Store<ReactionKind | null>(null);
  private left = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param send Says it to the theatre: it counts for about a second. */
  constructor(private readonly send: (kind: ReactionKind) => void) {}

  press(kind: ReactionKind): void {
    const isSame = this.kind.get() === kind;
    this.stop();
    if (isSame) return;
    this.kind.set(kind);
    this.left = times;
    this.timer = setInterval(() => this.turn(), everyMs);
    this.turn();
  }

  stop(): void {
    clearInterval(this.timer);
    this.kind.set(null);
  }

  private turn(): void {
    const kind = this.kind.get();
    if (kind === null || this.left-- === 0) this.stop();
    else this.send(kind);
  }
}

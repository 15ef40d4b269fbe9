import type { PlateJudged } from "../contracts/contracts";
import { Store } from "../shared/store";

/** How far the taking of the empty room is. */
export type PlateStep =
  | { name: "idle"; words: string | null }
  | { name: "counting"; left: number }
  | { name: "taking"; done: number }
  | { name: "judged"; isUsed: boolean; words: string };

/** The theatre judges after twelve seconds at most, when pictures come. */
const patienceMs = 16_000;

/** Takes a picture of the room without the performer: counts down, lets the theatre begin, and waits for its verdict. */
export class Plate {
  readonly step = new Store<PlateStep>({ name: "idle", words: null });
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** begin: tells the theatre; false when there is nobody to tell it to. */
  constructor(private readonly begin: () => boolean) {}

  /** Counts so many seconds, then begins. */
  take(seconds: number): void {
    if (this.step.get().name === "taking") return;
    clearTimeout(this.timer);
    this.count(seconds);
  }

  /** While it still counts. */
  cancel(): void {
    if (this.step.get().name !== "counting") return;
    this.end({ name: "idle", words: null });
  }

  progress(done: number): void {
    if (this.step.get().name === "taking") this.step.set({ name: "taking", done: Math.max(0, Math.min(1, done)) });
  }

  judged({ isUsed, words }: PlateJudged): void {
    this.end({ name: "judged", isUsed, words });
  }

  /** Nothing comes of it any more, and what was taken is gone. */
  lost(words: string): void {
    this.end({ name: "idle", words });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private count(left: number): void {
    if (left > 0) {
      this.step.set({ name: "counting", left });
      this.timer = setTimeout(() => this.count(left - 1), 1000);
    } else if (this.begin()) {
      this.step.set({ name: "taking", done: 0 });
      this.timer = setTimeout(() => this.lost("The theatre said nothing about the room. Is the camera on? Take it again."), patienceMs);
    } else this.lost("There is no connection to the theatre. Take the room again when it is back.");
  }

  private end(step: PlateStep): void {
    clearTimeout(this.timer);
    this.step.set(step);
  }
}

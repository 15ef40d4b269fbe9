import { Store } from "../shared/store";

/** What was said last, until it has not been said again for a while. */
export class Lately<T> {
  readonly value = new Store<T | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly forMs: number) {}

  say(value: T): void {
    clearTimeout(this.timer);
    this.value.set(value);
    this.timer = setTimeout(() => this.value.set(null), this.forMs);
  }

  forget(): void {
    clearTimeout(this.timer);
    this.value.set(null);
  }
}

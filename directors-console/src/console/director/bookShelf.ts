import type { PerformanceView } from "../../contracts/contracts";
import { api, RefusedError } from "../../shared/api";
import { backoffMs, pause } from "../../shared/backoff";
import { Store } from "../../shared/store";
import { Book } from "../book/book";

/** Keeps the prompt book that a performance is played from: another one is fetched when the sheet changed. */
export class BookShelf {
  readonly book = new Store<Book | null>(null);
  private fetching = new AbortController();
  private wanted: number | null = null;

  constructor(
    private readonly performance: string,
    private readonly ticket: string,
    private readonly seen: Store<PerformanceView | null>,
  ) {}

  open(): () => void {
    this.look();
    const leave = this.seen.subscribe(() => this.look());
    return () => {
      leave();
      this.fetching.abort();
      this.wanted = null;
    };
  }

  private look(): void {
    const version = this.seen.get()?.sheetVersion ?? null;
    if (version === null || version === this.wanted) return;
    this.wanted = version;
    this.fetching.abort();
    this.fetching = new AbortController();
    void this.fetch(this.fetching.signal);
  }

  private async fetch(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const book = await api.book(this.performance, { ticket: this.ticket, signal });
        if (!signal.aborted) this.book.set(new Book(book));
        return;
      } catch (error) {
        if (error instanceof RefusedError) return;
        await pause(backoffMs(attempt), signal);
      }
    }
  }
}

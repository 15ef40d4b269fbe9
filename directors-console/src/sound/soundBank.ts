/** Decoded audio, as far as the bank is concerned. */
export interface Decoded {
  duration: number;
  length: number;
  numberOfChannels: number;
}

type Shelf<A> = { audio: A | null; bytes: number; retryAtMs: number };

/** Decoded audio is large: 4 bytes for each sample of each channel. */
const mostBytes = 96 * 1024 * 1024;
const retryMs = 3000;

/** Sounds by their hash, decoded and ready. What is wanted stays; of the rest as much as there is room for, the newest first. */
export class SoundBank<A extends Decoded> {
  private readonly shelves = new Map<string, Shelf<A>>();

  constructor(
    private readonly fetchFile: (hash: string) => Promise<ArrayBuffer>,
    private readonly decode: (file: ArrayBuffer) => Promise<A>,
    private readonly ready: () => void,
    private readonly limit: number = mostBytes,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(hash: string): A | null {
    return this.shelves.get(hash)?.audio ?? null;
  }

  /** How many are ready, and how much room they take. */
  get held(): { count: number; bytes: number } {
    const ready = [...this.shelves.values()].filter((shelf) => shelf.audio !== null);
    return { count: ready.length, bytes: ready.reduce((sum, shelf) => sum + shelf.bytes, 0) };
  }

  /** Fetches what is needed at any moment, then what there is room for; forgets what there is no room for. */
  want(needed: readonly string[], later: readonly string[] = []): void {
    for (const hash of later.toReversed()) this.touch(hash);
    for (const hash of needed.toReversed()) this.touch(hash);
    for (const hash of needed) this.fetch(hash);
    this.makeRoom(new Set(needed));
    // One at a time: what is needed comes first.
    const isBusy = [...this.shelves.values()].some((shelf) => shelf.audio === null && shelf.retryAtMs === Infinity);
    if (isBusy || this.held.bytes >= this.limit / 2) return;
    const next = later.find((hash) => !this.shelves.has(hash));
    if (next !== undefined) this.fetch(next);
  }

  /** The newest stand last. */
  private touch(hash: string): void {
    const shelf = this.shelves.get(hash);
    if (!shelf) return;
    this.shelves.delete(hash);
    this.shelves.set(hash, shelf);
  }

  private fetch(hash: string): void {
    const known = this.shelves.get(hash);
    if (known && (known.audio !== null || this.now() < known.retryAtMs)) return;
    const shelf: Shelf<A> = { audio: null, bytes: 0, retryAtMs: Infinity };
    this.shelves.set(hash, shelf);
    this.fetchFile(hash)
      .then((file) => this.decode(file))
      .then(
        (audio) => {
          shelf.audio = audio;
          shelf.bytes = audio.length * audio.numberOfChannels * 4;
          this.ready();
        },
        () => {
          shelf.retryAtMs = this.now() + retryMs;
        },
      );
  }

  private makeRoom(needed: ReadonlySet<string>): void {
    let { bytes } = this.held;
    for (const [hash, shelf] of this.shelves) {
      if (bytes <= this.limit) return;
      if (shelf.audio === null || needed.has(hash)) continue;
      this.shelves.delete(hash);
      bytes -= shelf.bytes;
    }
  }
}

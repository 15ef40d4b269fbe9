import { HubConnectionState, type HubConnection } from "@microsoft/signalr";
import { companyHub, onCompanyClient, type CommandAnswer, type CompanyMessage, type CompanyView, type ICompanyCommand, type ICompanyHub } from "../contracts/contracts";
import { backoffMs, pause } from "../shared/backoff";
import type { Envelope } from "../shared/commandDesk";
import { hubAt, reasonOf, showAnswer, type LinkState } from "../shared/hub";
import { Store } from "../shared/store";
import { withMessages } from "./messages";

/** A page's line to the company. It comes back by itself for as long as it is wanted, and fetches what was said meanwhile. */
export class CompanyConnection {
  readonly link = new Store<LinkState>("connecting");
  readonly seen = new Store<CompanyView | null>(null);
  /** What was said to the reader and by them, the oldest first. */
  readonly messages = new Store<readonly CompanyMessage[]>([]);
  /** Why the theatre does not let this ticket follow; null while it does. */
  readonly refusal = new Store<string | null>(null);
  private stopped = new AbortController();
  private readonly hub: ICompanyHub;

  constructor(
    private readonly performanceId: string,
    ticket: string,
    private readonly connection: HubConnection = hubAt("/hub/company", ticket, performanceId),
  ) {
    this.hub = companyHub((method, ...args) => connection.invoke(method, ...args));
    onCompanyClient((method, handler) => connection.on(method, handler), {
      changed: (view) => this.see(view),
      told: (message) => this.messages.set(withMessages(this.messages.get(), [message])),
    });
    connection.onreconnecting(() => this.link.set("reconnecting"));
    connection.onreconnected(() => void this.follow(this.stopped.signal));
    connection.onclose(() => {
      if (this.stopped.signal.aborted) return;
      this.link.set("reconnecting");
      void this.connect(this.stopped.signal);
    });
  }

  start(): void {
    this.stopped = new AbortController();
    void this.connect(this.stopped.signal);
  }

  stop(): void {
    this.stopped.abort();
    void this.connection.stop();
  }

  send({ id, command }: Envelope<ICompanyCommand>): Promise<CommandAnswer> {
    return this.hub.send(this.performanceId, { id, command });
  }

  /** How long the hub takes to answer, there and back, in milliseconds. */
  async roundTrip(): Promise<number> {
    const sent = performance.now();
    await this.hub.messages(this.performanceId, Number.MAX_SAFE_INTEGER);
    return performance.now() - sent;
  }

  timeMs(): number {
    return 0;
  }

  private async connect(stopped: AbortSignal): Promise<void> {
    for (let attempt = 0; !stopped.aborted; attempt++) {
      try {
        if (this.connection.state === HubConnectionState.Disconnected) await this.connection.start();
        await this.follow(stopped);
        return;
      } catch {
        await pause(backoffMs(attempt), stopped);
      }
    }
  }

  private async follow(stopped: AbortSignal): Promise<void> {
    for (let attempt = 0; this.connection.state === HubConnectionState.Connected && !stopped.aborted; attempt++) {
      try {
        await showAnswer(this.seen, () => this.hub.follow(this.performanceId), (view) => this.see(view));
        const last = this.messages.get().at(-1)?.number ?? 0;
        this.messages.set(withMessages(this.messages.get(), await this.hub.messages(this.performanceId, last)));
        this.refusal.set(null);
        this.link.set("connected");
        return;
      } catch (error) {
        if (this.connection.state === HubConnectionState.Connected) this.refusal.set(reasonOf(error));
        await pause(backoffMs(attempt), stopped);
      }
    }
  }

  private see(view: CompanyView): void {
    if (view.performance === this.performanceId) this.seen.set(view);
  }
}

import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from "@microsoft/signalr";
import { MessagePackHubProtocol } from "@microsoft/signalr-protocol-msgpack";
import { directorsHub, onDirectorsClient, type CommandAnswer, type CommandEnvelope, type IDirectorsHub, type PerformanceView } from "../contracts/contracts";
import { backoffMs, pause } from "../shared/backoff";
import { Store } from "../shared/store";

export type LinkState = "connecting" | "connected" | "reconnecting";

/** A view, and when it came by this page's clock. */
export interface SeenView {
  view: PerformanceView;
  receivedMs: number;
}

const keepAliveMs = 1000;
const serverTimeoutMs = 2500;

/** The console's line to the show. It comes back by itself for as long as it is wanted, and follows the performance again. */
export class DirectorsConnection {
  readonly link = new Store<LinkState>("connecting");
  readonly seen = new Store<SeenView | null>(null);
  /** Why the server does not let this ticket follow; null while it does. */
  readonly refusal = new Store<string | null>(null);
  private stopped = new AbortController();
  private readonly connection: HubConnection;
  private readonly hub: IDirectorsHub;

  constructor(
    private readonly performanceId: string,
    ticket: string,
    connection: HubConnection = connectionTo(ticket),
  ) {
    this.connection = connection;
    this.hub = directorsHub((method, ...args) => connection.invoke(method, ...args));
    onDirectorsClient((method, handler) => connection.on(method, handler), { changed: (view) => this.see(view) });
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

  stop(): void {
    this.stopped.abort();
    void this.connection.stop();
  }

  send(envelope: CommandEnvelope): Promise<CommandAnswer> {
    return this.hub.send(this.performanceId, envelope);
  }

  private async follow(stopped: AbortSignal): Promise<void> {
    for (let attempt = 0; this.connection.state === HubConnectionState.Connected && !stopped.aborted; attempt++) {
      try {
        this.see(await this.hub.follow(this.performanceId));
        this.refusal.set(null);
        this.link.set("connected");
        return;
      } catch (error) {
        if (this.connection.state === HubConnectionState.Connected) this.refusal.set(reasonOf(error));
        await pause(backoffMs(attempt), stopped);
      }
    }
  }

  private see(view: PerformanceView): void {
    if (view.id === this.performanceId) this.seen.set({ view, receivedMs: performance.now() });
  }
}

/** What a hub's error says to people: SignalR puts words of its own in front. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^.*?(HubException|Exception): /s, "");
}

function connectionTo(ticket: string): HubConnection {
  const connection = new HubConnectionBuilder()
    .withUrl("/hub/director", { accessTokenFactory: () => ticket, transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withHubProtocol(new MessagePackHubProtocol())
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => backoffMs(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  connection.keepAliveIntervalInMilliseconds = keepAliveMs;
  connection.serverTimeoutInMilliseconds = serverTimeoutMs;
  return connection;
}

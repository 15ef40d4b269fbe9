import { HubConnectionState, type HubConnection } from "@microsoft/signalr";
import { directorsHub, onDirectorsClient, type CommandAnswer, type CommandEnvelope, type IDirectorsHub, type PerformanceView, type ProductionAnswer, type ProductionEnvelope, type ProductionView } from "../../contracts/contracts";
import { backoffMs, pause } from "../../shared/backoff";
import { hubAt, reasonOf, showAnswer, type LinkState } from "../../shared/hub";
import { Store } from "../../shared/store";
import { StageClock } from "../../stage/clock";

const pingEveryMs = 500;
/** No answer for so long, and the line counts as down: with the pause before it under two seconds after the cable was pulled. */
const silentMs = 1300;

/** The console's line to the show. It comes back by itself for as long as it is wanted, and follows the performance again. */
export class DirectorsConnection {
  readonly link = new Store<LinkState>("connecting");
  readonly seen = new Store<PerformanceView | null>(null);
  /** How long the last ping took, there and back; null before the first. */
  readonly roundTripMs = new Store<number | null>(null);
  readonly production = new Store<ProductionView | null>(null);
  /** Why the server does not let this ticket follow; null while it does. */
  readonly refusal = new Store<string | null>(null);
  private readonly clock = new StageClock();
  private downSinceMs: number | null = null;
  private productionId: string | null = null;
  private stopped = new AbortController();
  private readonly connection: HubConnection;
  private readonly hub: IDirectorsHub;

  constructor(
    private readonly performanceId: string,
    ticket: string,
    connection: HubConnection = hubAt("/hub/director", ticket, performanceId),
  ) {
    this.connection = connection;
    this.hub = directorsHub((method, ...args) => connection.invoke(method, ...args));
    onDirectorsClient((method, handler) => connection.on(method, handler), {
      changed: (view) => this.see(view),
      productionChanged: (view) => this.seeProduction(view),
    });
    connection.onreconnecting(() => this.goDown());
    connection.onreconnected(() => void this.follow(this.stopped.signal));
    connection.onclose(() => {
      if (this.stopped.signal.aborted) return;
      this.goDown();
      void this.connect(this.stopped.signal);
    });
  }

  start(): void {
    this.stopped = new AbortController();
    void this.connect(this.stopped.signal);
    void this.ping(this.stopped.signal);
  }

  stop(): void {
    this.stopped.abort();
    void this.connection.stop();
  }

  send(envelope: CommandEnvelope): Promise<CommandAnswer> {
    return this.hub.send(this.performanceId, envelope);
  }

  sendProduction(production: string, envelope: ProductionEnvelope): Promise<ProductionAnswer> {
    return this.hub.sendProduction(production, envelope);
  }

  /** Follows a production's document as well, for as long as this connection is wanted. */
  followProduction(production: string): void {
    if (this.productionId === production) return;
    this.productionId = production;
    if (this.link.get() === "connected") void this.followDocument();
  }

  /** Performance time now; while the line is down, when it went. */
  timeMs(): number {
    return Math.round(this.downSinceMs ?? this.clock.nowMs());
  }

  private async followDocument(): Promise<void> {
    const id = this.productionId;
    if (id === null) return;
    // Where it cannot be followed it cannot be edited; the show goes on.
    await showAnswer(this.production, () => this.hub.followProduction(id), (view) => this.seeProduction(view)).catch(() => undefined);
  }

  private seeProduction(view: ProductionView): void {
    if (view.id === this.productionId) this.production.set(view);
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
        this.refusal.set(null);
        this.downSinceMs = null;
        this.link.set("connected");
        void this.followDocument();
        return;
      } catch (error) {
        if (this.connection.state === HubConnectionState.Connected) this.refusal.set(reasonOf(error));
        await pause(backoffMs(attempt), stopped);
      }
    }
  }

  /** Asks for the time again and again: what is not answered soon tells of a dead line long before the socket does. */
  private async ping(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      if (this.link.get() === "connected") await this.pingOnce(stopped);
      await pause(pingEveryMs, stopped);
    }
  }

  private async pingOnce(stopped: AbortSignal): Promise<void> {
    const sent = performance.now();
    let isAwaited = true;
    // A page that was busy has its messages waiting behind the timer: they are read first.
    const giveUp = setTimeout(() => setTimeout(() => isAwaited && this.goDown()), silentMs);
    try {
      const { timeMs } = await this.hub.ping(this.performanceId, { sentMs: Math.round(sent) });
      isAwaited = false;
      const tookMs = performance.now() - sent;
      this.roundTripMs.set(Math.round(tookMs));
      this.clock.heard(timeMs + (tookMs / 2) * (this.seen.get()?.rate ?? 1));
      if (this.link.get() !== "connected") await this.follow(stopped);
    } catch {
      // The line is down, which SignalR says as well; it is built up again.
    } finally {
      isAwaited = false;
      clearTimeout(giveUp);
    }
  }

  private goDown(): void {
    if (this.link.get() === "connected") this.downSinceMs = this.clock.nowMs();
    this.link.set("reconnecting");
  }

  private see(view: PerformanceView): void {
    if (view.id !== this.performanceId) return;
    this.clock.setRate(view.rate);
    this.clock.heard(view.timeMs);
    this.seen.set(view);
  }
}

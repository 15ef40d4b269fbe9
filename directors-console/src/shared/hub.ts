import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from "@microsoft/signalr";
import { MessagePackHubProtocol } from "@microsoft/signalr-protocol-msgpack";
import { backoffMs } from "./backoff";
import type { Store } from "./store";

const keepAliveMs = 1000;
const serverTimeoutMs = 2500;

export type LinkState = "connecting" | "connected" | "reconnecting";

/** A line to one of the theatre's hubs for a performance, not yet open; it comes back by itself when it was lost. */
export function hubAt(address: string, ticket: string, performance: string): HubConnection {
  // The address says which performance: where that is on another server, the line is passed on there.
  const connection = new HubConnectionBuilder()
    .withUrl(`${address}?performance=${encodeURIComponent(performance)}`, { accessTokenFactory: () => ticket, transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withHubProtocol(new MessagePackHubProtocol())
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => backoffMs(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  connection.keepAliveIntervalInMilliseconds = keepAliveMs;
  connection.serverTimeoutInMilliseconds = serverTimeoutMs;
  return connection;
}

/** Shows what was asked for, unless something newer was told while it was asked. */
export async function showAnswer<T>(shown: Store<T | null>, ask: () => Promise<T>, show: (answer: T) => void): Promise<void> {
  const before = shown.get();
  const answer = await ask();
  // Every change is told after it happened: what was told meanwhile is as new as the answer, or newer.
  if (shown.get() === before) show(answer);
}

/** What a hub's error says to people: SignalR puts words of its own in front. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^.*?(HubException|Exception): /s, "");
}

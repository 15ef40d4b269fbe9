import type { CommandAnswer } from "../contracts/contracts";
import type { CommandLine, Envelope } from "./commandDesk";
import type { LinkState } from "./hub";
import type { Store } from "./store";

interface Connection<C> {
  link: Store<LinkState>;
  send(envelope: Envelope<C>): Promise<CommandAnswer>;
  timeMs(): number;
}

/** A connection as the desk sees it. */
export function commandLine<C>(connection: Connection<C>): CommandLine<C> {
  const isConnected = () => connection.link.get() === "connected";
  return {
    isConnected,
    send: (envelope) => connection.send(envelope),
    timeMs: () => connection.timeMs(),
    whenConnected: (withinMs) =>
      new Promise((resolve) => {
        if (isConnected()) return resolve(true);
        const done = (connected: boolean) => {
          clearTimeout(timer);
          unsubscribe();
          resolve(connected);
        };
        const timer = setTimeout(() => done(false), withinMs);
        const unsubscribe = connection.link.subscribe(() => {
          if (isConnected()) done(true);
        });
      }),
  };
}

import type { CommandLine } from "./commandDesk";
import type { DirectorsConnection } from "./directorsConnection";

/** A connection as the desk sees it. */
export function commandLine(connection: DirectorsConnection): CommandLine {
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

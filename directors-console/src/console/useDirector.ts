import { useEffect, useMemo } from "react";
import type { PromptBook } from "../contracts/contracts";
import { api } from "../shared/api";
import { useStore } from "../shared/store";
import { useResource } from "../shared/useResource";
import { CommandDesk } from "./commandDesk";
import { commandLine } from "./commandLine";
import { DirectorsConnection, type LinkState, type SeenView } from "./directorsConnection";

/** All that the console's parts share: what is known, and the desk that sends. */
export interface Director {
  performance: string;
  ticket: string;
  person: string;
  link: LinkState;
  isConnected: boolean;
  refusal: string | null;
  seen: SeenView | null;
  book: PromptBook | null;
  desk: CommandDesk;
}

/** Follows a performance for as long as the page shows it. */
export function useDirector(performance: string, ticket: string, person: string): Director {
  const { connection, desk } = useMemo(() => {
    const line = new DirectorsConnection(performance, ticket);
    return { connection: line, desk: new CommandDesk(commandLine(line)) };
  }, [performance, ticket]);
  useEffect(() => {
    connection.start();
    return () => connection.stop();
  }, [connection]);
  const link = useStore(connection.link);
  const seen = useStore(connection.seen);
  const refusal = useStore(connection.refusal);
  const book = useResource(`${performance} ${ticket}`, (signal) => api.book(performance, { ticket, signal }));
  return { performance, ticket, person, link, isConnected: link === "connected", refusal, seen, book: book.value, desk };
}

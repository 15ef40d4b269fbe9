import type { IPerformanceCommand, PerformanceView, TicketHolder } from "../../contracts/contracts";
import { api } from "../../shared/api";
import { CommandDesk } from "../../shared/commandDesk";
import { commandLine } from "../../shared/commandLine";
import { Store } from "../../shared/store";
import { ProductionDesk } from "../production/productionDesk";
import { BookShelf } from "./bookShelf";
import { DirectorsConnection } from "./directorsConnection";

/** All that the console's parts share: what is known of a performance, what is selected, and the desk that sends. */
export class Director {
  readonly connection: DirectorsConnection;
  readonly desk: CommandDesk<IPerformanceCommand>;
  readonly books: BookShelf;
  readonly production: ProductionDesk;
  /** The cue that the operator looks at; it has nothing to do with the playhead. */
  readonly selection = new Store<string | null>(null);

  constructor(
    readonly performance: string,
    readonly ticket: string,
    readonly holder: TicketHolder,
  ) {
    this.connection = new DirectorsConnection(performance, ticket);
    this.desk = new CommandDesk<IPerformanceCommand>(commandLine(this.connection));
    this.books = new BookShelf(performance, ticket, this.connection.seen);
    this.production = new ProductionDesk(
      {
        isConnected: () => this.connection.link.get() === "connected",
        send: (production, envelope) => this.connection.sendProduction(production, envelope),
        sheet: (production) => api.sheet(production, { ticket }),
      },
      this.connection.production,
      (report) => this.desk.report.set(report),
    );
  }

  /** Follows the performance; gives what ends that. */
  start(): () => void {
    this.connection.start();
    const closeBooks = this.books.open();
    const closeProduction = this.production.open();
    const endReading = this.books.book.subscribe(() => this.connection.followProduction(this.books.book.get()?.source.production ?? ""));
    const endSeeing = this.connection.seen.subscribe(() => this.desk.see(this.view?.revision ?? 0));
    return () => {
      endSeeing();
      endReading();
      closeProduction();
      closeBooks();
      this.connection.stop();
    };
  }

  /** What the server told last. */
  get view(): PerformanceView | null {
    return this.connection.seen.get();
  }

  readonly may = (scope: string): boolean => this.holder.scopes.includes(scope);

  readonly press = (what: string, command: IPerformanceCommand): void => void this.desk.press(what, command);

  readonly select = (number: string | null): void => this.selection.set(number);
}

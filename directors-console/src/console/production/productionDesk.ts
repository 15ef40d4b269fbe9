import type { IProductionCommand, IProductionEdit, ProductionAnswer, ProductionEnvelope, ProductionSheet, ProductionView } from "../../contracts/contracts";
import { Store } from "../../shared/store";
import { randomId, type Report } from "../../shared/commandDesk";
import { reasonOf } from "../../shared/hub";
import type { ProductionDocument } from "./document";

/** What a desk needs of the connection and of the server. */
export interface ProductionLine {
  isConnected(): boolean;
  send(production: string, envelope: ProductionEnvelope): Promise<ProductionAnswer>;
  sheet(production: string): Promise<ProductionSheet>;
}

/** A document, and the revision that it is. */
export interface SeenSheet {
  revision: number;
  document: ProductionDocument;
}

/** Keeps the production's document as the server has it, and sends what is to be changed. Nothing is changed on this page first. */
export class ProductionDesk {
  readonly sheet = new Store<SeenSheet | null>(null);
  readonly isBusy = new Store(false);
  private fetching: Promise<void> | null = null;

  constructor(
    private readonly line: ProductionLine,
    readonly view: Store<ProductionView | null>,
    private readonly tell: (report: Report) => void,
    private readonly now: () => number = () => performance.now(),
    private readonly newId: () => string = randomId,
  ) {}

  /** Keeps the document up to date until the function that it gives is called. */
  open(): () => void {
    void this.look();
    return this.view.subscribe(() => void this.look());
  }

  readonly edit = (what: string, edits: IProductionEdit[]): Promise<string | null> => this.send(what, { type: "EditProduction", value: { edits, why: null } });

  readonly undo = (): Promise<string | null> => this.send(`Undo ${this.view.get()?.undo ?? ""}`, { type: "UndoEdit", value: {} });

  readonly redo = (): Promise<string | null> => this.send(`Redo ${this.view.get()?.redo ?? ""}`, { type: "RedoEdit", value: {} });

  readonly lock = (): Promise<string | null> => this.send("Lock the sheet", { type: "LockSheet", value: {} });

  readonly unlock = (): Promise<string | null> => this.send("Unlock the sheet", { type: "UnlockSheet", value: {} });

  /** Sends a command once. Gives why it was not done; null when it was and the changed document is here. */
  private async send(what: string, command: IProductionCommand): Promise<string | null> {
    const [view, pressedMs] = [this.view.get(), this.now()];
    const refuse = (reason: string, tookMs: number | null = null) => {
      this.tell({ type: "Edit", what, state: "refused", tookMs, reason });
      return reason;
    };
    if (!view || !this.line.isConnected()) return refuse("There is no connection: nothing was sent.");
    if (this.isBusy.get()) return refuse("An edit is under way: wait for its answer.");
    this.isBusy.set(true);
    this.tell({ type: "Edit", what, state: "sent", tookMs: null, reason: null });
    const since = () => Math.round(this.now() - pressedMs);
    try {
      const answer = await this.line.send(view.id, { id: this.newId(), revision: this.sheet.get()?.revision ?? view.revision, command });
      if (!answer.accepted) return refuse(answer.reason ?? "No reason was given.", since());
      this.tell({ type: "Edit", what, state: "accepted", tookMs: since(), reason: null });
      await this.look(answer.revision);
      this.tell({ type: "Edit", what, state: "done", tookMs: since(), reason: null });
      return null;
    } catch (error) {
      if (this.line.isConnected()) return refuse(reasonOf(error), since());
      const reason = "The connection was lost before an answer came. Look whether it was done before you do it again.";
      this.tell({ type: "Edit", what, state: "unconfirmed", tookMs: null, reason });
      return reason;
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Fetches the document when the server has a newer one than this page. */
  private async look(atLeast = 0): Promise<void> {
    while (this.fetching) await this.fetching;
    const view = this.view.get();
    const wanted = Math.max(view?.revision ?? 0, atLeast);
    if (!view || (this.sheet.get()?.revision ?? -1) >= wanted) return;
    this.fetching = this.line.sheet(view.id).then(
      ({ revision, document }) => this.sheet.set({ revision, document: JSON.parse(document) as ProductionDocument }),
      // It is fetched again at the next change, or when the connection is back.
      () => undefined,
    );
    await this.fetching;
    this.fetching = null;
  }
}

import { beforeEach, describe, expect, it } from "vitest";
import type { IProductionEdit, ProductionAnswer, ProductionEnvelope, ProductionView } from "../../contracts/contracts";
import { Store } from "../../shared/store";
import type { Report } from "../../shared/commandDesk";
import { ProductionDesk, type ProductionLine } from "./productionDesk";

/** A server that holds a document of one title. */
class Server implements ProductionLine {
  connected = true;
  revision = 3;
  fetched = 0;
  refusal: string | null = null;
  readonly sent: ProductionEnvelope[] = [];

  isConnected = () => this.connected;

  send = (_: string, envelope: ProductionEnvelope): Promise<ProductionAnswer> => {
    this.sent.push(envelope);
    if (!this.connected) return Promise.reject(new Error("closed"));
    if (this.refusal === null) this.revision++;
    return Promise.resolve({ accepted: this.refusal === null, reason: this.refusal, revision: this.revision });
  };

  sheet = (id: string) => {
    this.fetched++;
    return Promise.resolve({ id, revision: this.revision, document: JSON.stringify({ title: `at ${this.revision}` }) });
  };
}

const edits: IProductionEdit[] = [{ type: "RemoveCue", value: { number: "LX 1" } }];
const viewAt = (revision: number): ProductionView => ({ id: "hamlet", revision, title: "Hamlet", lockedBy: null, lockedByName: null, undo: null, redo: null });

describe("ProductionDesk", () => {
  let server: Server;
  let view: Store<ProductionView | null>;
  let reports: Report[];
  let desk: ProductionDesk;

  beforeEach(() => {
    server = new Server();
    view = new Store<ProductionView | null>(viewAt(3));
    reports = [];
    desk = new ProductionDesk(
      server,
      view,
      (report) => reports.push(report),
      () => 0,
      () => "id",
    );
  });

  it("has the document that the server has, and fetches it anew when that changed", async () => {
    desk.open();
    await Promise.resolve();
    await Promise.resolve();
    expect(desk.sheet.get()).toEqual({ revision: 3, document: { title: "at 3" } });
    server.revision = 4;
    view.set(viewAt(4));
    await new Promise((resolve) => setTimeout(resolve));
    expect(desk.sheet.get()?.revision).toBe(4);
    view.set({ ...viewAt(4), lockedBy: "p" });
    await new Promise((resolve) => setTimeout(resolve));
    expect(server.fetched).toBe(2);
  });

  it("sends what the editor saw, and is done when the changed document is here", async () => {
    desk.open();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await desk.edit("Delete LX 1", edits)).toBeNull();
    expect(server.sent).toEqual([{ id: "id", revision: 3, command: { type: "EditProduction", value: { edits, why: null } } }]);
    expect(reports.map((report) => report.state)).toEqual(["sent", "accepted", "done"]);
    expect(desk.sheet.get()?.revision).toBe(4);
  });

  it("gives the server's reason, and nothing changes", async () => {
    server.refusal = "there is no cue LX 1";
    expect(await desk.edit("Delete LX 1", edits)).toBe("there is no cue LX 1");
    expect(reports.at(-1)).toMatchObject({ state: "refused", reason: "there is no cue LX 1" });
    expect(desk.sheet.get()).toBeNull();
    expect(desk.isBusy.get()).toBe(false);
  });

  it("sends nothing while disconnected, and does not know what became of what was under way", async () => {
    server.connected = false;
    expect(await desk.edit("Delete LX 1", edits)).toContain("nothing was sent");
    server.connected = true;
    const send = server.send;
    server.send = (production, envelope) => {
      server.connected = false;
      return send(production, envelope);
    };
    expect(await desk.edit("Delete LX 1", edits)).toContain("Look whether it was done");
    expect(reports.at(-1)?.state).toBe("unconfirmed");
  });

  it("makes one edit at a time", async () => {
    const first = desk.edit("Delete LX 1", edits);
    expect(await desk.edit("Delete LX 2", edits)).toContain("under way");
    expect(await first).toBeNull();
    expect(server.sent).toHaveLength(1);
  });
});

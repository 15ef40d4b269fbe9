import { beforeEach, describe, expect, it } from "vitest";
import type { CommandAnswer, CommandEnvelope, IPerformanceCommand } from "../contracts/contracts";
import { CommandDesk, type CommandLine } from "./commandDesk";

/** A line to a server that answers when the test says so. */
class Line implements CommandLine<IPerformanceCommand> {
  connected = true;
  comesBack = false;
  readonly sent: CommandEnvelope[] = [];
  private readonly waiting: { answer(value: CommandAnswer): void; lose(error: Error): void }[] = [];

  isConnected = () => this.connected;

  timeMs = () => 60_000;

  whenConnected = () => {
    this.connected = this.comesBack;
    return Promise.resolve(this.comesBack);
  };

  send(envelope: CommandEnvelope): Promise<CommandAnswer> {
    this.sent.push(envelope);
    return new Promise((answer, lose) => this.waiting.push({ answer, lose }));
  }

  answer(answer: CommandAnswer) {
    this.waiting.shift()?.answer(answer);
  }

  lose() {
    this.connected = false;
    this.waiting.shift()?.lose(new Error("the connection was closed"));
  }
}

const go = (cue: string): IPerformanceCommand => ({ type: "Go", value: { cue, revision: null } });
const yes: CommandAnswer = { accepted: true, reason: null, revision: 2 };

describe("CommandDesk", () => {
  let line: Line;
  let desk: CommandDesk<IPerformanceCommand>;
  let nowMs: number;

  beforeEach(() => {
    line = new Line();
    nowMs = 10_000;
    let id = 0;
    desk = new CommandDesk(line, () => nowMs, () => `id-${++id}`);
  });

  it("sends a double press once", async () => {
    const first = desk.press("GO 1", go("1"));
    nowMs += 120;
    expect(await desk.press("GO 1", go("1"))).toBeNull();
    line.answer(yes);
    expect((await first)?.state).toBe("accepted");
    expect(line.sent).toHaveLength(1);
  });

  it("takes a second press right after the answer for the same press, whatever stands by now", async () => {
    const first = desk.press("GO 1", go("1"));
    line.answer(yes);
    await first;
    nowMs += 200;
    expect(await desk.press("GO 2", go("2"))).toBeNull();
    nowMs += 500;
    void desk.press("GO 2", go("2"));
    expect(line.sent.map((envelope) => envelope.command)).toEqual([go("1"), go("2")]);
  });

  it("takes a GO after another press for a press of its own, however soon it comes", async () => {
    const first = desk.press("GO 1", go("1"));
    line.answer({ ...yes, accepted: false, reason: "take the book first" });
    await first;
    const book = desk.press("Take the book", { type: "TakeCalling", value: {} });
    line.answer(yes);
    await book;
    nowMs += 100;
    void desk.press("GO 1", go("1"));
    expect(line.sent.map((envelope) => envelope.command.type)).toEqual(["Go", "TakeCalling", "Go"]);
  });

  it("does not press again while an answer is awaited, however long that takes", async () => {
    void desk.press("GO 1", go("1"));
    nowMs += 5000;
    expect(await desk.press("GO 1", go("1"))).toBeNull();
    expect(line.sent).toHaveLength(1);
  });

  it("sends nothing while disconnected, and says so", async () => {
    line.connected = false;
    const report = await desk.press("GO 1", go("1"));
    expect(report?.state).toBe("refused");
    expect(report?.reason).toContain("nothing was sent");
    expect(line.sent).toHaveLength(0);
  });

  it("gives the server's reason for a refusal", async () => {
    const pressed = desk.press("GO 1", go("1"));
    expect(desk.report.get()?.state).toBe("sent");
    line.answer({ accepted: false, reason: "Cue 2 is on standby.", revision: 1 });
    expect(await pressed).toEqual({ type: "Go", what: "GO 1", state: "refused", tookMs: 0, reason: "Cue 2 is on standby." });
  });

  it("is done when the page shows what came of it, and tells how long both took", async () => {
    const pressed = desk.press("GO 1", go("1"));
    nowMs += 12;
    line.answer(yes);
    expect(await pressed).toMatchObject({ state: "accepted", tookMs: 12 });
    nowMs += 3;
    desk.see(1);
    expect(desk.report.get()?.state).toBe("accepted");
    desk.see(2);
    expect(desk.report.get()).toMatchObject({ state: "done", tookMs: 15 });
  });

  it("is done at once when the page was told before the answer came", async () => {
    const pressed = desk.press("GO 1", go("1"));
    desk.see(2);
    line.answer(yes);
    expect((await pressed)?.state).toBe("accepted");
    expect(desk.report.get()?.state).toBe("done");
  });

  it("says when the hand pressed, so that the server can tell what comes late", () => {
    void desk.press("GO 1", go("1"));
    expect(line.sent[0]?.pressedMs).toBe(60_000);
  });

  it("tries again with the same id when the connection is back within a second", async () => {
    line.comesBack = true;
    const pressed = desk.press("GO 1", go("1"));
    nowMs += 300;
    line.lose();
    await new Promise((resolve) => setTimeout(resolve));
    line.answer(yes);
    expect((await pressed)?.state).toBe("accepted");
    expect(line.sent.map((envelope) => envelope.id)).toEqual(["id-1", "id-1"]);
  });

  it("does not send late: after a second it says that it does not know", async () => {
    line.comesBack = true;
    const pressed = desk.press("GO 1", go("1"));
    nowMs += 1001;
    line.lose();
    expect((await pressed)?.state).toBe("unconfirmed");
    expect(line.sent).toHaveLength(1);
  });

  it("lets panic be pressed again before the first was answered", () => {
    void desk.press("Panic", { type: "Panic", value: {} });
    void desk.press("Panic", { type: "Panic", value: {} });
    expect(line.sent.map((envelope) => envelope.id)).toEqual(["id-1", "id-2"]);
  });
});

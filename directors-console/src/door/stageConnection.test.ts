import { decode, encode } from "@msgpack/msgpack";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { encodeIStageMessage, Gait, ShowState, type IStageMessage, type StageScene } from "../contracts/contracts";
import { StageWorld } from "../stage/world";
import { StageConnection } from "./stageConnection";

/** The stage's end of a socket. */
class Wire extends EventTarget {
  binaryType = "";
  readyState = 1;
  readonly sent: unknown[] = [];
  isClosed = false;
  send(data: Uint8Array) {
    this.sent.push(decode(data));
  }
  close() {
    this.isClosed = true;
  }
  hangUp(code: number, reason = "") {
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason }));
  }
  say(message: IStageMessage) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: encode(encodeIStageMessage(message)).slice().buffer }));
  }
  welcome(actor = 3) {
    this.say({ type: "StageWelcome", value: { actor, roles: ["hamlet"], timeMs: 1000, scene } });
  }
}

const scene: StageScene = {
  revision: 1,
  show: ShowState.Running,
  rate: 1,
  light: { look: "", from: [], to: [], fade: { startMs: 0, durationMs: 0, heldAtMs: null } },
  scenery: [],
  sounds: [],
  surtitle: null,
  players: [],
  preload: [],
  performers: [],
  planVersion: 1, props: [], fights: [], showEndsMs: null,
};

describe("StageConnection", () => {
  let wires: Wire[];
  let stage: StageConnection;

  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    stage = new StageConnection("ws://stage", new StageWorld(), () => {
      const wire = new Wire();
      wires.push(wire);
      return wire as unknown as WebSocket;
    });
    stage.start();
  });

  afterEach(() => {
    stage.stop();
    vi.useRealTimers();
  });

  it("gives a silent line up and comes back over another", async () => {
    wires[0]!.welcome();
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(3000);
      wires[0]!.say({ type: "ClockPong", value: { sentMs: 0, timeMs: 0 } });
    }
    expect(stage.status.get()).toBe("on stage");

    await vi.advanceTimersByTimeAsync(4000);
    expect(wires[0]!.isClosed).toBe(true);
    expect(stage.status.get()).toBe("reconnecting");
    await vi.advanceTimersByTimeAsync(300);
    expect(wires).toHaveLength(2);
    wires[1]!.welcome(3);
    expect(stage.status.get()).toBe("on stage");

    // What the former line still says, and its end, count for nothing.
    wires[0]!.say({ type: "Dismissal", value: { reason: "late" } });
    wires[0]!.hangUp(1006);
    expect(stage.status.get()).toBe("on stage");
    expect(wires).toHaveLength(2);
  });

  it("does not wait for ever for a line that never opens", async () => {
    await vi.advanceTimersByTimeAsync(4000 + 300);
    expect(wires[0]!.isClosed).toBe(true);
    expect(wires).toHaveLength(2);
  });

  it("counts its inputs from one on each line", async () => {
    wires[0]!.welcome();
    const still = { ticks: 1, moveX: 0, moveZ: 0, facing: 0, gait: Gait.Stand };
    stage.move(still);
    stage.move(still);
    wires[0]!.hangUp(1006);
    await vi.advanceTimersByTimeAsync(300);
    wires[1]!.welcome();
    stage.move(still);
    const inputs = [...wires[0]!.sent, ...wires[1]!.sent].filter((message) => (message as unknown[])[0] === 0);
    const sequences = inputs.map((message) => ((message as unknown[])[1] as unknown[])[0]);
    expect(sequences).toEqual([1, 2, 1]);
  });

  it("shows what the stage warns of", () => {
    wires[0]!.welcome();
    wires[0]!.say({ type: "StageWarning", value: { text: "your client sends too much" } });
    expect(stage.calls.get()[0]).toBe("your client sends too much");
  });

  it("ends nothing by itself once it was stopped", async () => {
    wires[0]!.welcome();
    stage.stop();
    await vi.advanceTimersByTimeAsync(10000);
    expect(wires).toHaveLength(1);
  });
});

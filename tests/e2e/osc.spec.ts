import { expect, test } from "@playwright/test";
import { createSocket } from "node:dgram";
import { connect } from "node:net";
import { fromBuffer, toBuffer } from "osc-min";
import slip from "slip";
import { Theatre } from "./theatre";

type Message = { address: string; args: unknown[] };

/** A controller that is not ours: its packets are osc-min's, its frames are slip's. */
type Controller = {
  send(address: string, ...args: (string | number)[]): void;
  /** Waits for the next message to an address that is as it should be. */
  next(address: string, so?: (message: Message) => boolean): Promise<Message>;
  close(): void;
};

function inbox() {
  const heard: Message[] = [];
  return {
    take(bytes: Uint8Array) {
      const packet = fromBuffer(bytes);
      if (packet.oscType !== "message") throw new Error("the theatre sends messages alone");
      heard.push({ address: packet.address, args: packet.args.map((arg) => ("value" in arg ? arg.value : null)) });
    },
    async next(address: string, so: (message: Message) => boolean = () => true): Promise<Message> {
      const at = () => heard.findIndex((message) => message.address === address && so(message));
      await expect.poll(at, { message: `${address} comes` }).toBeGreaterThanOrEqual(0);
      return heard.splice(0, at() + 1).at(-1)!;
    },
  };
}

function packet(address: string, args: (string | number)[]): Uint8Array {
  const typed = args.map((value) => (typeof value === "number" ? { type: "integer" as const, value } : { type: "string" as const, value }));
  const view = toBuffer({ address, args: typed });
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

async function overUdp(port: number): Promise<Controller> {
  const socket = createSocket("udp4");
  const { take, next } = inbox();
  socket.on("message", take);
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  return {
    send: (address, ...args) => socket.send(packet(address, args), port, "127.0.0.1"),
    next,
    close: () => socket.close(),
  };
}

async function overTcp(port: number): Promise<Controller> {
  const { take, next } = inbox();
  const decoder = new slip.Decoder({ onMessage: take });
  const socket = connect(port, "127.0.0.1");
  socket.on("data", (data) => decoder.decode(data));
  await new Promise<void>((done) => socket.once("connect", done));
  return {
    send: (address, ...args) => socket.write(slip.encode(packet(address, args))),
    next,
    close: () => socket.destroy(),
  };
}

/** Starts the show as the owner does, over HTTP. */
async function start(theatre: Theatre): Promise<string> {
  const key = new URL(theatre.ownerLink).hash.replace("#key=", "");
  const claimed = await fetch(`${theatre.url}/api/owner`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ key }),
  });
  const { ticket } = (await claimed.json()) as { ticket: string };
  for (const command of ["open-house", "call-beginners", "start"]) {
    const answer = await fetch(`${theatre.url}/api/performances/hamlet-1/${command}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${ticket}` },
    });
    expect(answer.status, await answer.text()).toBe(200);
  }
  return ticket;
}

test("a controller of somebody else's make calls the show over UDP and TCP", async () => {
  const theatre = await Theatre.open("--no-bots", "--osc-port", "0");
  try {
    const ticket = await start(theatre);
    const { port, token } = theatre.osc;
    for (const [open, cue] of [[overUdp, "LX 4"], [overTcp, "LX 7"]] as const) {
      const controller = await open(port);
      controller.send("/virtualstage/go");
      expect((await controller.next("/virtualstage/reply/go")).args).toEqual([0, expect.stringContaining("token")]);
      controller.send("/virtualstage/connect", token);
      expect((await controller.next("/virtualstage/reply/connect")).args).toEqual([1, ""]);
      controller.send("/virtualstage/updates", 1);
      expect((await controller.next("/virtualstage/show")).args).toEqual(["running"]);
      controller.send(`/virtualstage/cue/${cue}/standby`);
      await controller.next("/virtualstage/standby", ({ args }) => args[0] === cue);
      controller.send("/go");
      await controller.next("/virtualstage/running", ({ args }) => args.includes(cue));
      controller.close();
    }

    const panicking = await overUdp(port);
    panicking.send("/virtualstage/panic", token);
    expect((await panicking.next("/virtualstage/reply/panic")).args).toEqual([1, ""]);
    panicking.close();
    const answer = await fetch(`${theatre.url}/api/osc`, { headers: { Authorization: `Bearer ${ticket}` } });
    expect(await answer.json()).toMatchObject({ strangers: 2, malformed: 0, accepted: 5, refused: 0 });
  } finally {
    await theatre.close();
  }
});

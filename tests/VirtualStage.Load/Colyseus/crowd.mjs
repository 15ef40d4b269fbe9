// The crowd on Colyseus: starts the server in a process of its own, and as many clients here as are wanted. Each walks and
// turns all the time. Prints one line of JSON: bytes each client received, and the server's processor time.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "@colyseus/sdk";

const [port, actors, seconds] = process.argv.slice(2).map(Number);
const server = spawn(process.execPath, [fileURLToPath(new URL("server.mjs", import.meta.url)), String(port)], { stdio: ["pipe", "pipe", "inherit"] });
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
const nextLine = async () => (await lines.next()).value;

const received = new Array(actors).fill(0);
const rooms = [];
try {
  while (!(await nextLine()).includes("listening"));
  const client = new Client(`ws://127.0.0.1:${port}`);
  for (let i = 0; i < actors; i++) rooms.push(await enter(client, i));
  const walking = setInterval(() => rooms.forEach(walk), 1000 / 30);
  await pause(Math.min(8, seconds) * 1000);
  const before = await usage();
  const bytes = [...received];
  await pause(seconds * 1000);
  const after = await usage();
  clearInterval(walking);
  const elapsed = (after.atMs - before.atMs) / 1000;
  const rates = received.map((now, i) => (now - bytes[i]) / elapsed).sort((a, b) => a - b);
  console.log(JSON.stringify({
    actors,
    bytesASecond: { p50: Math.round(rates[actors >> 1]), most: Math.round(rates.at(-1)) },
    serverCores: Math.round(((after.cpuMs - before.cpuMs) / (after.atMs - before.atMs)) * 100) / 100,
    known: rooms[0].room.state.actors.size,
  }));
} finally {
  server.kill();
  await once(server, "exit").catch(() => {});
}
process.exit(0);

async function enter(client, index) {
  const room = await client.joinOrCreate("stage", { homeX: 0 });
  const socket = room.connection.transport;
  const take = socket.events.onmessage;
  socket.events.onmessage = (event) => {
    received[index] += event.data.byteLength ?? event.data.length;
    take(event);
  };
  return { room, wish: { x: 127, z: 0, facing: 0 } };
}

function walk(member) {
  if (Math.random() < 0.1) {
    const any = () => Math.floor(Math.random() * 255) - 127;
    member.wish = { x: any(), z: any(), facing: Math.floor(Math.random() * 256) };
  }
  member.room.send("wish", member.wish);
}

async function usage() {
  server.stdin.write("usage\n");
  return JSON.parse(await nextLine());
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

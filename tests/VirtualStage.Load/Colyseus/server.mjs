// The crowd's stage on Colyseus: a room whose state has every actor's pose, patched 30 times a second. It tells its
// processor time over standard output when it is asked for over standard input.
import { Room, Server, matchMaker } from "@colyseus/core";
import { schema, t } from "@colyseus/schema";
import { WebSocketTransport } from "@colyseus/ws-transport";

const ticksASecond = 30;
const walkSpeed = 1.4;
const unitsPerMetre = 256;

// The same quantities as in a pose of ours, in the types of the same width.
const Pose = schema({ x: t.int16(), y: t.int16(), z: t.int16(), facing: t.uint8(), gait: t.uint8(), emote: t.uint8(), speaking: t.boolean() }, "Pose");
const Stage = schema({ actors: t.map(Pose) }, "Stage");

class StageRoom extends Room {
  maxClients = 1000;
  wishes = new Map();

  onCreate() {
    this.setState(new Stage());
    this.setPatchRate(1000 / ticksASecond);
    this.setSimulationInterval(() => this.tick(), 1000 / ticksASecond);
    this.onMessage("wish", (client, wish) => this.wishes.set(client.sessionId, wish));
  }

  onJoin(client, options) {
    const pose = new Pose();
    pose.x = options.homeX * unitsPerMetre;
    this.state.actors.set(client.sessionId, pose);
  }

  onLeave(client) {
    this.state.actors.delete(client.sessionId);
    this.wishes.delete(client.sessionId);
  }

  tick() {
    for (const [id, wish] of this.wishes) {
      const pose = this.state.actors.get(id);
      const length = Math.max(127, Math.hypot(wish.x, wish.z));
      const units = (walkSpeed / ticksASecond / length) * unitsPerMetre;
      pose.x = clamp(Math.round(pose.x + wish.x * units), 11);
      pose.z = clamp(Math.round(pose.z + wish.z * units), 9);
      pose.facing = wish.facing;
      pose.gait = 1;
    }
  }
}

const clamp = (units, metres) => Math.max(-metres * unitsPerMetre, Math.min(metres * unitsPerMetre, units));

const transport = new WebSocketTransport();
const server = new Server({ transport, greet: false });
server.define("stage", StageRoom);
matchMaker.controller.exposedMethods = ["joinOrCreate", "join", "create", "joinById"];
await server.listen(Number(process.argv[2]), "127.0.0.1");
console.log("listening");
process.stdin.on("data", () => {
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, atMs: performance.now() }));
});
process.stdin.on("end", () => process.exit(0));

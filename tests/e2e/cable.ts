import { connect, createServer, type Server, type Socket } from "node:net";

/** A cable between a browser and a theatre, which can be pulled: what is in it then stays in it, and flows on when it is back, as TCP does. */
export class Cable {
  private readonly ends = new Set<Socket>();
  private isPulled = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(target: string): Promise<Cable> {
    const port = Number(new URL(target).port);
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const cable = new Cable(server, `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
    server.on("connection", (near) => cable.lay(near, connect(port, "127.0.0.1")));
    return cable;
  }

  pull(): void {
    this.isPulled = true;
    for (const end of this.ends) end.pause();
  }

  plugIn(): void {
    this.isPulled = false;
    for (const end of this.ends) end.resume();
  }

  close(): void {
    for (const end of this.ends) end.destroy();
    this.server.close();
  }

  private lay(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(from);
      from.on("data", (data: Buffer) => to.write(data));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.ends.delete(from);
        to.end();
      });
      if (this.isPulled) from.pause();
      else from.resume();
    }
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const configurations = ["Release", "Debug"];

/** A program of the repository, by its project's folder and its assembly's name. */
export function assembly(project: string, name: string): string {
  const found = configurations.map((configuration) => join(root, project, "bin", configuration, "net10.0", `${name}.dll`)).find(existsSync);
  if (!found) throw new Error(`${project} is not built: run \`make build\` first`);
  return found;
}

export const serverAssembly = () => assembly("server/VirtualStage.Server", "virtualstage");

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A theatre of its own: a server process with a data folder that outlives it until the test is over. */
export class Theatre {
  private process: ChildProcess | null = null;
  private printed = "";

  private constructor(
    private readonly data: string,
    private readonly httpPort: number,
    private readonly udpPort: number,
    private readonly options: string[],
    private readonly scheme: string,
  ) {}

  static async open(...options: string[]): Promise<Theatre> {
    const data = mkdtempSync(join(tmpdir(), "virtualstage-e2e-"));
    const scheme = options.includes("--certificate") ? "https" : "http";
    const theatre = new Theatre(data, await freePort(), await freePort(), options, scheme);
    await theatre.start();
    return theatre;
  }

  get url(): string {
    return `${this.scheme}://127.0.0.1:${this.httpPort}`;
  }

  /** The owner's one-time link, as the server printed it. */
  get ownerLink(): string {
    const link = /(https?:\S+\/console#key=\S+)/.exec(this.printed)?.[1];
    if (!link) throw new Error(`no owner's link was printed:\n${this.printed}`);
    return link;
  }

  /** Where OSC controllers come in, with the token that they send. */
  get osc(): { port: number; token: string } {
    const port = Number(/OSC +127\.0\.0\.1:(\d+)/.exec(this.printed)?.[1]);
    return { port, token: readFileSync(join(this.data, "osc.token"), "utf8").trim() };
  }

  /** Starts the server, for the first time or again, and waits until it has printed its links. */
  async start(): Promise<void> {
    const ports = ["--http-port", String(this.httpPort), "--udp-port", String(this.udpPort)];
    const child = spawn("dotnet", [serverAssembly(), "serve", "--data", this.data, ...ports, ...this.options]);
    this.process = child;
    this.printed = "";
    const ready = new Promise<void>((done, fail) => {
      const listen = (data: Buffer) => {
        this.printed += data.toString();
        if (this.printed.includes("Ctrl-C ends it")) done();
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.on("exit", (code) => fail(new Error(`the server ended with ${code}:\n${this.printed}`)));
    });
    await ready;
  }

  /** Ends the server as a power cut would. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Ends the server and forgets its data. */
  async close(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.data, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((done) => {
      child.on("exit", () => done());
      child.kill(signal);
    });
  }
}

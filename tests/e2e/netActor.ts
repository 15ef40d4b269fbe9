import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect } from "@playwright/test";
import { assembly, type Theatre } from "./theatre";

/** What a .NET client sees of the stage. */
export interface Seen {
  isOn: boolean;
  actors: { role: string; x: number; z: number; emote: number }[];
  props: Record<string, string | null>;
}

/** An actor in a process of its own: the client core that Unity has, over UDP. */
export class NetActor {
  private seen: Seen | null = null;
  private said = "";

  private constructor(private readonly process: ChildProcessWithoutNullStreams) {
    createInterface({ input: process.stdout }).on("line", (line) => (this.seen = JSON.parse(line) as Seen));
    process.stderr.on("data", (data: Buffer) => (this.said += data.toString()));
  }

  static async enter(theatre: Theatre, performance: string, role: string, ticket: string): Promise<NetActor> {
    const actor = new NetActor(spawn("dotnet", [assembly("tests/VirtualStage.Load", "VirtualStage.Load"), "act", theatre.url, performance, role]));
    actor.process.stdin.write(`${ticket}\n`);
    // A program starts before it can come on.
    await actor.sees("the .NET actor is on", (seen) => seen.isOn, 90_000);
    return actor;
  }

  /** Says what to do: walk X Z, stand, bow. */
  tell(line: string): void {
    this.process.stdin.write(`${line}\n`);
  }

  /** Waits until the client sees so. */
  async sees(what: string, holds: (seen: Seen) => boolean, timeout = 30_000): Promise<Seen> {
    await expect
      .poll(() => (this.process.exitCode === null ? this.seen !== null && holds(this.seen) : `it ended: ${this.said}`), { message: what, timeout, intervals: [100] })
      .toBe(true);
    return this.seen!;
  }

  async leave(): Promise<void> {
    if (this.process.exitCode !== null) return;
    await new Promise<void>((done) => {
      this.process.on("exit", () => done());
      this.process.stdin.end();
    });
  }
}

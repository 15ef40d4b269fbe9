import { Emote, Gait } from "./contracts";

/** An actor in a snapshot. Metres are whole units of 1/256 and facing is a whole 1/256 of a turn, so nothing is lost. */
export interface ActorPose {
  actor: number;
  x: number;
  y: number;
  z: number;
  /** Radians: 0 faces the audience (+Z), π/2 stage left (+X). */
  facing: number;
  gait: Gait;
  emote: Emote;
  speaking: boolean;
  /** The id of the actor that this one's head turns to; 0 for nobody. */
  lookAt: number;
}

/** The bytes are no snapshot, or not one against this base: the only error that decoding throws. */
export class SnapshotError extends Error {
  constructor(reason: string) {
    super(`not a snapshot: ${reason}`);
    this.name = "SnapshotError";
  }
}

const maxActors = 250;
const unitsPerMetre = 256;
const radiansPerStep = (2 * Math.PI) / 256;
const moveBits = [5, 7, 10];
const smallGapBits = 3;
const gapBits = 6;
const ageBits = 6;

/** What a snapshot says of an actor: a pose, or null who left. */
export interface Update {
  actor: number;
  pose: ActorPose | null;
}

/**
 * Decodes a snapshot's updates. The bits are described at SnapshotWriter in the C# contracts. A change is of a pose that
 * the receiver has: of the snapshot's base (age 0) or of so many ticks before the snapshot. Null when one is not known.
 */
export function decodeUpdates(data: Uint8Array, known: (actor: number, age: number) => ActorPose | undefined): Update[] | null {
  const reader = new BitReader(data);
  const updates: Update[] = [];
  let areKnown = true;
  for (let actor = -1; reader.flag(); ) {
    actor = readId(reader, actor);
    if (updates.length === 2 * maxActors) throw new SnapshotError("too many actors");
    const kind = reader.flag() ? reader.read(2) : null;
    if (kind === 1) updates.push({ actor, pose: readFull(reader, actor) });
    else if (kind === 2) updates.push({ actor, pose: null });
    else if (kind === 3) throw new SnapshotError("an unknown kind of update");
    else {
      const before = known(actor, kind === null ? 0 : reader.read(ageBits));
      areKnown &&= before !== undefined;
      updates.push({ actor, pose: readChange(reader, before ?? { ...nobody, actor }) });
    }
  }
  reader.expectEnd();
  return areKnown ? updates : null;
}

/** Decodes a whole snapshot of a stream that loses nothing: a keyframe (base null), or what differs from a base. */
export function decodeSnapshot(data: Uint8Array, base: readonly ActorPose[] | null): ActorPose[] {
  const poses = new Map(base?.map((pose) => [pose.actor, pose]));
  const updates = decodeUpdates(data, (actor, age) => (age === 0 ? poses.get(actor) : undefined));
  if (updates === null) throw new SnapshotError("it tells of somebody who is not there");
  for (const { actor, pose } of updates) {
    if (pose) poses.set(actor, pose);
    else if (!poses.delete(actor)) throw new SnapshotError("it tells of somebody who is not there");
  }
  if (poses.size > maxActors) throw new SnapshotError("too many actors");
  return [...poses.values()].toSorted((a, b) => a.actor - b.actor);
}

const nobody: Omit<ActorPose, "actor"> = { x: 0, y: 0, z: 0, facing: 0, gait: Gait.Stand, emote: Emote.None, speaking: false, lookAt: 0 };

function readId(reader: BitReader, previous: number): number {
  const actor = readGap(reader, previous) ?? reader.read(16);
  if (actor <= previous || actor > 0xffff) throw new SnapshotError("its actors are not in order");
  return actor;
}

function readGap(reader: BitReader, previous: number): number | null {
  if (!reader.flag()) return previous + 1;
  if (!reader.flag()) return previous + 1 + reader.read(smallGapBits);
  return reader.flag() ? null : previous + 1 + reader.read(gapBits);
}

function readFull(reader: BitReader, actor: number): ActorPose {
  const x = reader.signed(16) / unitsPerMetre;
  const z = reader.signed(16) / unitsPerMetre;
  const y = reader.flag() ? reader.signed(16) / unitsPerMetre : 0;
  const facing = reader.read(8) * radiansPerStep;
  return { actor, x, y, z, facing, ...readState(reader), lookAt: reader.flag() ? reader.read(16) : 0 };
}

function readChange(reader: BitReader, before: ActorPose): ActorPose {
  const pose = { ...before };
  if (reader.flag()) {
    const width = moveBits[reader.read(2)];
    pose.x = place(reader, before.x, width);
    pose.z = place(reader, before.z, width);
  }
  if (reader.flag()) pose.y = reader.signed(16) / unitsPerMetre;
  if (reader.flag()) pose.facing = reader.read(8) * radiansPerStep;
  if (reader.flag()) Object.assign(pose, readState(reader));
  if (reader.flag()) pose.lookAt = reader.read(16);
  return pose;
}

function place(reader: BitReader, before: number, width: number | undefined): number {
  if (width === undefined) return reader.signed(16) / unitsPerMetre;
  const units = before * unitsPerMetre + reader.signed(width);
  if (units < -0x8000 || units > 0x7fff) throw new SnapshotError("an actor is out of the world");
  return units / unitsPerMetre;
}

function readState(reader: BitReader): Pick<ActorPose, "gait" | "emote" | "speaking"> {
  const gait = reader.read(2);
  const emote = reader.read(5);
  const speaking = reader.flag();
  if (gait > Gait.Run || emote > Emote.Hit) throw new SnapshotError("an unknown gait or emote");
  return { gait: gait as Gait, emote: emote as Emote, speaking };
}

/** Reads bits, lowest first, and never beyond the end. */
class BitReader {
  private position = 0;

  constructor(private readonly source: Uint8Array) {}

  read(bits: number): number {
    if (bits > this.source.length * 8 - this.position) throw new SnapshotError("it ends too early");
    let value = 0;
    for (let read = 0; read < bits; ) {
      const offset = this.position & 7;
      const taken = Math.min(8 - offset, bits - read);
      value |= (((this.source[this.position >> 3] ?? 0) >> offset) & ((1 << taken) - 1)) << read;
      read += taken;
      this.position += taken;
    }
    return value;
  }

  signed(bits: number): number {
    return (this.read(bits) << (32 - bits)) >> (32 - bits);
  }

  flag(): boolean {
    return this.read(1) === 1;
  }

  expectEnd(): void {
    const rest = this.source.length * 8 - this.position;
    if (rest >= 8 || this.read(rest) !== 0) throw new SnapshotError("something follows its end");
  }
}

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

const maxActors = 70;
const unitsPerMetre = 256;
const radiansPerStep = (2 * Math.PI) / 256;
const moveBits = [5, 7, 10];

/** Decodes a keyframe (base null) or a delta against a base. The bits are described at SnapshotCodec in the C# contracts. */
export function decodeSnapshot(data: Uint8Array, base: readonly ActorPose[] | null): ActorPose[] {
  const reader = new BitReader(data);
  const isDelta = reader.flag();
  if (isDelta !== (base !== null)) {
    throw new SnapshotError(isDelta ? "it is a delta and there is no base" : "it is a keyframe where a delta was expected");
  }
  const poses = base === null ? readKeyframe(reader) : readDelta(reader, base);
  reader.expectEnd();
  return poses;
}

function readKeyframe(reader: BitReader): ActorPose[] {
  const count = reader.read(8);
  if (count > maxActors) throw new SnapshotError("too many actors");
  const poses: ActorPose[] = [];
  for (let previous = -1; poses.length < count; ) {
    const pose = readNew(reader, previous);
    previous = pose.actor;
    poses.push(pose);
  }
  return poses;
}

function readDelta(reader: BitReader, base: readonly ActorPose[]): ActorPose[] {
  const poses: ActorPose[] = [];
  for (const before of base) {
    const isTouched = reader.flag();
    if (!isTouched) {
      poses.push(before);
      continue;
    }
    const hasLeft = reader.flag();
    if (!hasLeft) poses.push(readChange(reader, before));
  }
  for (let previous = -1; reader.flag(); ) {
    const pose = readNew(reader, previous);
    previous = pose.actor;
    insert(pose, poses);
  }
  return poses;
}

function readNew(reader: BitReader, previous: number): ActorPose {
  const actor = reader.flag() ? reader.read(16) : previous + 1;
  if (actor <= previous || actor > 0xffff) throw new SnapshotError("its actors are not in order");
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

function insert(pose: ActorPose, poses: ActorPose[]): void {
  if (poses.length === maxActors) throw new SnapshotError("too many actors");
  let at = poses.findIndex((other) => other.actor >= pose.actor);
  if (at < 0) at = poses.length;
  if (poses[at]?.actor === pose.actor) throw new SnapshotError("an actor joined who is there");
  poses.splice(at, 0, pose);
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

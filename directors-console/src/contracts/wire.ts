/** The checks that generated decoders are made of: what comes over a wire is not trusted to have its type. */

export type Decoder<T> = (wire: unknown) => T;

export function asArray(wire: unknown, members: number, type: string): unknown[] {
  if (!Array.isArray(wire) || wire.length < members) {
    throw new TypeError(`${type}: an array of ${members} members expected`);
  }
  return wire;
}

export function asNumber(wire: unknown): number {
  if (typeof wire === "number") return wire;
  if (typeof wire === "bigint") return Number(wire);
  throw new TypeError(`a number expected, ${typeof wire} received`);
}

export function asString(wire: unknown): string {
  if (typeof wire === "string") return wire;
  throw new TypeError(`a text expected, ${typeof wire} received`);
}

export function asBoolean(wire: unknown): boolean {
  if (typeof wire === "boolean") return wire;
  throw new TypeError(`true or false expected, ${typeof wire} received`);
}

export function asBytes(wire: unknown): Uint8Array {
  if (wire instanceof Uint8Array) return wire;
  throw new TypeError(`bytes expected, ${typeof wire} received`);
}

export function list<T>(decode: Decoder<T>): Decoder<T[]> {
  return (wire) => {
    if (!Array.isArray(wire)) throw new TypeError(`a list expected, ${typeof wire} received`);
    return wire.map((entry) => decode(entry));
  };
}

export function optional<T>(decode: Decoder<T>): Decoder<T | null> {
  return (wire) => (wire === null || wire === undefined ? null : decode(wire));
}

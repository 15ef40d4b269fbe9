import { Emote } from "../contracts/contracts";

/** What a wheel offers, around its two rings: what is wanted most often is on the inner one, and has a digit. */
export const inner: readonly Emote[] = [
  Emote.None, Emote.Bow, Emote.Kneel, Emote.Sit, Emote.Lie, Emote.Fall, Emote.Point, Emote.Gesture, Emote.Wave, Emote.HandOnHeart,
];
export const outer: readonly Emote[] = Object.values(Emote).filter((emote) => !inner.includes(emote));
export const around: readonly Emote[] = [...inner, ...outer];

/** The emote that a digit stands for: 1 to 9, then 0. */
export const emoteOfDigit = (key: string): Emote | null => (/^\d$/.test(key) ? (inner[(Number(key) + 9) % 10] ?? null) : null);
export const digitOf = (emote: Emote): string | null => (inner.includes(emote) ? String((inner.indexOf(emote) + 1) % 10) : null);

/** Where an entry lies on the wheel, from its middle, in parts of its half width; the first of a ring is at the top. */
export function placeOf(emote: Emote): { x: number; y: number } {
  const ring = inner.includes(emote) ? inner : outer;
  const angle = (ring.indexOf(emote) / ring.length) * 2 * Math.PI;
  const reach = ring === inner ? 0.52 : 0.87;
  return { x: Math.sin(angle) * reach, y: -Math.cos(angle) * reach };
}

/** The entry that an arrow leads to: left and right go around a ring, up and down from ring to ring. */
export function stepFrom(emote: Emote, key: string): Emote {
  const ring = inner.includes(emote) ? inner : outer;
  const at = ring.indexOf(emote);
  if (key === "ArrowRight") return ring[(at + 1) % ring.length] ?? emote;
  if (key === "ArrowLeft") return ring[(at + ring.length - 1) % ring.length] ?? emote;
  if (key !== "ArrowUp" && key !== "ArrowDown") return emote;
  const other = ring === inner ? outer : inner;
  return other[Math.round((at / ring.length) * other.length) % other.length] ?? emote;
}

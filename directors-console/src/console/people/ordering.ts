/** The list with the entry at a place moved by one, up (-1) or down (1); the same list where there is no room. */
export function moved(list: readonly string[], at: number, by: -1 | 1): string[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((entry, place) => (place === at ? other : place === at + by ? one : entry));
}

export const without = (list: readonly string[], entry: string): string[] => list.filter((one) => one !== entry);

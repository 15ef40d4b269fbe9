import type { ClientConduct, RoleView } from "../../contracts/contracts";

/** How an actor's client was held to the rules in the last minute, in words. */
export function conductInWords({ tooManyMoves, unreadable, tooMuch }: ClientConduct): string {
  const faults = [
    tooManyMoves > 0 && `sends too many moves (${tooManyMoves})`,
    unreadable > 0 && `sends what cannot be read (${unreadable})`,
    tooMuch > 0 && `sends too much (${tooMuch})`,
  ].filter((fault) => fault !== false);
  return `client ${faults.join(", ")} in the last minute: held to the rules`;
}

/** Who is on a role, in words; "bot" is an understudy bot. */
export function whoIsOn({ person, personName, onStage, byBot, away }: RoleView): string {
  const name = personName || "a person without a name";
  if (!person) return onStage ? (byBot ? "bot" : "somebody") : "nobody";
  if (!onStage) return `${name}, not here`;
  if (away) return `${name}, connection lost: the role waits`;
  return byBot ? `bot for ${name}` : name;
}

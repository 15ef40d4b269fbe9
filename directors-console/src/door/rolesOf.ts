import type { CompanyView, TicketHolder } from "../contracts/contracts";

/** Roles that somebody may go on in: what they play tonight, and their ticket's own unless another covers it. */
export function rolesOf(holder: Pick<TicketHolder, "person" | "role" | "scopes">, company: Pick<CompanyView, "roles"> | null): string[] {
  if (!holder.scopes.includes("act")) return [];
  const tonight = (company?.roles ?? []).filter((role) => role.tonight === holder.person).map((role) => role.role);
  const isCovered = (company?.roles ?? []).some(({ role, tonight: by }) => role === holder.role && by !== null && by !== holder.person);
  return [...new Set([...(holder.role !== null && !isCovered ? [holder.role] : []), ...tonight])];
}

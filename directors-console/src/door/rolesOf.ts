import type { CompanyView, TicketHolder } from "../contracts/contracts";

/** Roles that somebody may go on in, as an avatar (act) or by camera (perform): what they play tonight, and their ticket's own unless another covers it. */
export function rolesOf(holder: Pick<TicketHolder, "person" | "role" | "scopes">, company: Pick<CompanyView, "roles"> | null, scope: "act" | "perform" = "act"): string[] {
  if (!holder.scopes.includes(scope)) return [];
  const tonight = (company?.roles ?? []).filter((role) => role.tonight === holder.person).map((role) => role.role);
  const isCovered = (company?.roles ?? []).some(({ role, tonight: by }) => role === holder.role && by !== null && by !== holder.person);
  return [...new Set([...(holder.role !== null && !isCovered ? [holder.role] : []), ...tonight])];
}

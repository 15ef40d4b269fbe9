import type { AuditionNotice, AuditionSignUp, ChosenName, DoublingView, Invitation, IssuedTicket, Playbill, PromptBook, Refusal, StagePlan, TicketHolder } from "../contracts/contracts";

/** The server answered, and its answer is no: the reason is for people to read. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(reason);
    this.name = "RefusedError";
  }
}

/** The server gave no answer that can be used. */
export class UnreachableError extends Error {
  constructor() {
    super("The theatre's server cannot be reached.");
    this.name = "UnreachableError";
  }
}

type Asking = { ticket?: string | null; signal?: AbortSignal };

export const api = {
  playbill: (asking: Asking = {}) => request<Playbill>("GET", "/api/playbill", asking),
  plan: (performance: string, asking: Asking = {}) => request<StagePlan>("GET", `/api/performances/${encodeURIComponent(performance)}/plan`, asking),
  doubling: (performance: string, asking: Asking) => request<DoublingView>("GET", `/api/performances/${encodeURIComponent(performance)}/doubling`, asking),
  book: (performance: string, asking: Asking) => request<PromptBook>("GET", `/api/performances/${encodeURIComponent(performance)}/book`, asking),
  exchangeOwnerKey: (key: string) => request<IssuedTicket>("POST", "/api/owner", {}, { key }),
  me: (asking: Asking) => request<TicketHolder>("GET", "/api/me", asking),
  chooseName: (name: ChosenName, asking: Asking) => request<TicketHolder>("PUT", "/api/me", asking, name),
  audition: (id: string, token: string, asking: Asking = {}) => request<AuditionNotice>("GET", `/api/auditions/${encodeURIComponent(id)}/${encodeURIComponent(token)}`, asking),
  signUp: (id: string, token: string, who: AuditionSignUp) => request<IssuedTicket>("POST", `/api/auditions/${encodeURIComponent(id)}/${encodeURIComponent(token)}`, {}, who),
  actorsTicket: (audition: string, asking: Asking) => request<IssuedTicket>("POST", `/api/auditions/${encodeURIComponent(audition)}/ticket`, asking),
  invite: (invitation: Invitation, asking: Asking) => request<IssuedTicket>("POST", "/api/invitations", asking, invitation),
};

async function request<T>(method: string, path: string, { ticket, signal }: Asking, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (ticket) headers["authorization"] = `Bearer ${ticket}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new UnreachableError();
  }
  if (response.status >= 500) throw new UnreachableError();
  if (!response.ok) throw new RefusedError(response.status, await reasonOf(response));
  try {
    return (await response.json()) as T;
  } catch {
    throw new UnreachableError();
  }
}

async function reasonOf(response: Response): Promise<string> {
  const refusal = (await response.json().catch(() => null)) as Refusal | null;
  return refusal?.reason ?? silentRefusals[response.status] ?? `The server refused this (${response.status}).`;
}

/** Refusals of the doors themselves, which come without a reason. */
const silentRefusals: Record<number, string> = {
  401: "This theatre does not know the ticket, or keeps its holder out.",
  429: "Too many people ask at once: wait a few seconds and try again.",
};

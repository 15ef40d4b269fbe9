import type { AuditionNotice, AuditionSignUp, CaptionTrack, ChosenAppearance, ChosenName, DoublingView, Invitation, IssuedTicket, MattingPlan, PerformersView, Playbill, ProductionEntry, ProductionList, ProductionSheet, ProgrammeView, PromptBook, RecordingContents, RecordingList, Refusal, StagePlan, TicketHolder } from "../contracts/contracts";
import { seatKey } from "./seatKey";

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

/** Who has a place in the house is told what belongs to it, whoever is let in by now. */
const inSeat = () => `seat=${seatKey()}`;

type Asking = { ticket?: string | null; signal?: AbortSignal };

export const api = {
  playbill: (asking: Asking = {}) => request<Playbill>("GET", "/api/playbill", asking),
  plan: (performance: string, asking: Asking = {}) => request<StagePlan>("GET", `/api/performances/${encodeURIComponent(performance)}/plan?${inSeat()}`, asking),
  captions: (performance: string, language: string, asking: Asking = {}) =>
    request<CaptionTrack>("GET", `/api/performances/${encodeURIComponent(performance)}/captions?${inLanguage(language)}&${inSeat()}`, asking),
  programme: (performance: string, asking: Asking = {}) => request<ProgrammeView>("GET", `/api/performances/${encodeURIComponent(performance)}/programme?${inSeat()}`, asking),
  recordings: (asking: Asking = {}) => request<RecordingList>("GET", "/api/recordings", asking),
  recording: (recording: string, asking: Asking = {}) => request<RecordingContents>("GET", `/api/recordings/${encodeURIComponent(recording)}`, asking),
  recordedPlan: (recording: string, version: number, asking: Asking = {}) => request<StagePlan>("GET", `/api/recordings/${encodeURIComponent(recording)}/plan?version=${version}`, asking),
  recordedCaptions: (recording: string, version: number, language: string, asking: Asking = {}) =>
    request<CaptionTrack>("GET", `/api/recordings/${encodeURIComponent(recording)}/captions?version=${version}&${inLanguage(language)}`, asking),
  stretch: (recording: string, fromMs: number, asking: Asking = {}) => requestFile(`/api/recordings/${encodeURIComponent(recording)}/stretch?from=${Math.floor(fromMs)}`, asking),
  doubling: (performance: string, asking: Asking) => request<DoublingView>("GET", `/api/performances/${encodeURIComponent(performance)}/doubling`, asking),
  book: (performance: string, asking: Asking) => request<PromptBook>("GET", `/api/performances/${encodeURIComponent(performance)}/book`, asking),
  sheet: (production: string, asking: Asking) => request<ProductionSheet>("GET", `/api/productions/${encodeURIComponent(production)}/sheet`, asking),
  productions: (asking: Asking) => request<ProductionList>("GET", "/api/productions", asking),
  newProduction: (play: File, title: string, asking: Asking) =>
    request<ProductionEntry>("POST", `/api/productions?${new URLSearchParams({ file: play.name, ...(title ? { title } : {}) })}`, asking, play),
  importProduction: (pack: File, asking: Asking) => request<ProductionEntry>("POST", "/api/productions/import", asking, pack),
  exportProduction: (production: string, asking: Asking) => requestFile(`/api/productions/${encodeURIComponent(production)}/export`, asking),
  matting: (performers: number, asking: Asking) => request<MattingPlan>("GET", `/api/schedules/matting?performers=${performers}`, asking),
  performers: (performance: string, asking: Asking) => request<PerformersView>("GET", `/api/performances/${encodeURIComponent(performance)}/performers`, asking),
  printedBook: (production: string, asking: Asking) => requestFile(`/api/productions/${encodeURIComponent(production)}/book.html`, asking),
  exchangeOwnerKey: (key: string) => request<IssuedTicket>("POST", "/api/owner", {}, { key }),
  openOrleans: async (asking: Asking) => void (await answer("POST", "/api/orleans", asking)),
  me: (asking: Asking) => request<TicketHolder>("GET", "/api/me", asking),
  chooseName: (name: ChosenName, asking: Asking) => request<TicketHolder>("PUT", "/api/me", asking, name),
  appear: (appearance: ChosenAppearance, asking: Asking) => request<TicketHolder>("PUT", "/api/me/appearance", asking, appearance),
  audition: (id: string, token: string, asking: Asking = {}) => request<AuditionNotice>("GET", `/api/auditions/${encodeURIComponent(id)}/${encodeURIComponent(token)}`, asking),
  signUp: (id: string, token: string, who: AuditionSignUp) => request<IssuedTicket>("POST", `/api/auditions/${encodeURIComponent(id)}/${encodeURIComponent(token)}`, {}, who),
  actorsTicket: (audition: string, asking: Asking) => request<IssuedTicket>("POST", `/api/auditions/${encodeURIComponent(audition)}/ticket`, asking),
  invite: (invitation: Invitation, asking: Asking) => request<IssuedTicket>("POST", "/api/invitations", asking, invitation),
};

const inLanguage = (language: string) => new URLSearchParams(language ? { language } : {}).toString();

async function request<T>(method: string, path: string, asking: Asking, body?: unknown): Promise<T> {
  const response = await answer(method, path, asking, body);
  try {
    return (await response.json()) as T;
  } catch {
    throw new UnreachableError();
  }
}

async function requestFile(path: string, asking: Asking): Promise<Blob> {
  return (await answer("GET", path, asking)).blob();
}

/** The answer of the server when it is a yes. A file goes as it is, all else as JSON. */
async function answer(method: string, path: string, { ticket, signal }: Asking, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (ticket) headers["authorization"] = `Bearer ${ticket}`;
  if (body !== undefined) headers["content-type"] = body instanceof Blob ? "application/octet-stream" : "application/json";
  let response: Response;
  try {
    response = await fetch(path, { method, headers, signal, body: body === undefined || body instanceof Blob ? body : JSON.stringify(body) });
  } catch {
    throw new UnreachableError();
  }
  if (response.status >= 500) throw new UnreachableError();
  if (!response.ok) throw new RefusedError(response.status, await reasonOf(response));
  return response;
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

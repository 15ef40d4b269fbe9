import { expect, type Browser, type Page } from "@playwright/test";
import { until } from "./state";
import type { Theatre } from "./theatre";

interface Issued {
  ticket: string;
  person: string;
  link: string;
}

async function post(url: string, body: unknown, ticket?: string): Promise<Issued> {
  const authorization: Record<string, string> = ticket ? { authorization: `Bearer ${ticket}` } : {};
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...authorization }, body: JSON.stringify(body) });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as Issued;
}

/** Exchanges the owner's link for the owner's ticket; once only. */
export async function ownersTicket(theatre: Theatre): Promise<string> {
  const key = new URL(theatre.ownerLink).hash.slice("#key=".length);
  return (await post(`${theatre.url}/api/owner`, { key })).ticket;
}

/** Somebody else's ticket, with the scopes and perhaps a role. */
export async function ticketFor(theatre: Theatre, owner: string, name: string, scopes: string[], role: string | null = null): Promise<string> {
  return (await post(`${theatre.url}/api/invitations`, { name, scopes, role }, owner)).ticket;
}

/** A console in a browser of its own, connected. */
export async function openConsole(browser: Browser, url: string, ticket: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`${url}#ticket=${ticket}`);
  await until(page, "the console is connected", (state) => state.connected && state.view !== null, 60_000);
  return page;
}

/** Brings the show from preset to running. */
export async function startShow(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the house" }).click();
  await page.getByRole("button", { name: "Call beginners" }).click();
  await until(page, "beginners are called", (state) => state.view.show === 2);
  await page.getByRole("button", { name: "Start the show" }).click();
  await until(page, "the show runs", (state) => state.view.show === 3);
}

export async function standBy(page: Page, cue: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Standby ${cue} `) }).click();
  await until(page, `${cue} is on standby`, (state) => state.view.standby === cue);
}

import { expect, type Page } from "@playwright/test";

/** What a page tells of itself; each page tells other things. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type State = any;

export const stateOf = (page: Page): Promise<State> => page.evaluate(() => (window as State).virtualStage?.state() ?? null);

/** Waits until the page's own state says so, and gives that state. */
export async function until(page: Page, what: string, holds: (state: State) => boolean, timeout = 30_000): Promise<State> {
  let state: State = null;
  await expect
    .poll(async () => ((state = await stateOf(page)) ? holds(state) : false), { message: what, timeout, intervals: [100] })
    .toBe(true);
  return state;
}

/** The console's views; each has its address. */
export const views = {
  book: "Prompt book",
  cues: "Cues",
  cart: "Cart",
  stage: "Stage",
  looks: "Looks",
  production: "Production",
  rehearse: "Rehearse",
  matting: "Matting",
} as const;

export type ViewName = keyof typeof views;

export const addressOf = (performance: string, view: ViewName): string => `/console/${encodeURIComponent(performance)}/${view}`;

/** The view in an address like `/console/hamlet-1/cues`; the prompt book when it names none. */
export function viewIn(path: string): ViewName {
  const name = path.split("/")[3] ?? "";
  return Object.hasOwn(views, name) ? (name as ViewName) : "book";
}

/** The company's views, under one tab. */
export const companyViews = {
  company: "Cast",
  doubling: "Doubling",
  auditions: "Auditions",
  "call-sheet": "Call sheet",
  notes: "Notes",
  channels: "Channels",
  moderation: "Moderation",
} as const;

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
  ...companyViews,
} as const;

export type ViewName = keyof typeof views;
export type CompanyViewName = keyof typeof companyViews;

/** What stands in the row of tabs: a tab, and the views under it. */
export const tabs: readonly { title: string; first: ViewName; views: readonly ViewName[] }[] = [
  ...(["book", "cues", "cart", "stage", "looks", "production", "rehearse", "matting"] as const).map((view) => ({ title: views[view], first: view, views: [view] })),
  { title: "Company", first: "company", views: Object.keys(companyViews) as CompanyViewName[] },
];

export const addressOf = (performance: string, view: ViewName): string => `/console/${encodeURIComponent(performance)}/${view}`;

/** The view in an address like `/console/hamlet-1/cues`; the prompt book when it names none. */
export function viewIn(path: string): ViewName {
  const name = path.split("/")[3] ?? "";
  return Object.hasOwn(views, name) ? (name as ViewName) : "book";
}

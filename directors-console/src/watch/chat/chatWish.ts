import { KeptStore } from "../../shared/keptStore";

/** Most characters of a name. */
export const mostName = 60;

/** What somebody wants to be called in the chat; kept in the browser. */
export const chatWish = new KeptStore<{ name: string }>(
  "virtualstage.chat",
  { name: "" },
  { name: (value) => typeof value === "string" && value.length <= mostName },
);

import { ChatMode, type ChatOpen } from "../../contracts/contracts";

/** Whether one may post, and why not; empty when one may. */
export function chatInWords(isConnected: boolean, refusal: number | null, state: ChatOpen | null): string {
  if (!isConnected || !state) return refusal === null ? "Coming into the chat …" : "The chat is for who is in the house.";
  if (state.isOpen) return "";
  return state.mode === ChatMode.Closed ? "The director closed the chat." : "The chat is closed during scenes: it opens before the show, in the interval and at the curtain call.";
}

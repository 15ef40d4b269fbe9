import type { Prompt, PromptBook } from "../contracts/contracts";

/** A prompt as long as it helps: until its line, or one after it, is spoken. */
export function promptNow(prompt: Prompt | null, book: PromptBook | null, currentLine: string | null): Prompt | null {
  if (!prompt || prompt.line === currentLine) return null;
  if (!book || currentLine === null) return prompt;
  const place = (id: string) => book.items.findIndex((item) => item.id === id);
  const current = place(currentLine);
  return current >= 0 && place(prompt.line) <= current ? null : prompt;
}

import type { ChatLine, ChatOpen, IChatMessage } from "../../contracts/contracts";

/** The chat as it can be read now. */
export interface ChatLog {
  /** Whether anybody may post; null until the theatre said so. */
  state: ChatOpen | null;
  lines: readonly ChatLine[];
  /** Who may not post, as far as a moderator is told. */
  muted: ReadonlySet<number>;
}

export const emptyLog: ChatLog = { state: null, lines: [], muted: new Set() };

/** As many as the theatre keeps. */
const mostLines = 100;

/** The chat after one more message. */
export function afterMessage(log: ChatLog, message: IChatMessage): ChatLog {
  switch (message.type) {
    case "ChatOpen":
      return { ...log, state: message.value };
    case "ChatLine":
      return { ...log, lines: [...log.lines, message.value].slice(-mostLines) };
    case "ChatRemoved":
      return { ...log, lines: log.lines.filter((line) => line.number !== message.value.number) };
    case "ChatCleared":
      return { ...log, lines: [] };
    case "ChatMuted": {
      const muted = new Set(log.muted);
      if (message.value.isMuted) muted.add(message.value.chatter);
      else muted.delete(message.value.chatter);
      return { ...log, muted };
    }
    case "ChatRefused":
      return log;
  }
}

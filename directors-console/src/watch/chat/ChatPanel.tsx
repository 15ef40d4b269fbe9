import { useEffect, useMemo, type FormEvent } from "react";
import type { TicketHolder } from "../../contracts/contracts";
import { houseAddress } from "../../house/connection";
import { useStore } from "../../shared/store";
import { ChatConnection } from "./ChatConnection";
import { chatInWords } from "./chatInWords";
import { ChatLines } from "./ChatLines";
import { chatWish, mostName } from "./chatWish";

const mostText = 280;

interface Props {
  performance: string;
  ticket: string | null;
  /** Whose ticket it is; null without one. */
  holder: TicketHolder | null;
}

/** What the audience say to each other. The theatre sends it while this is open. */
export function ChatPanel({ performance, ticket, holder }: Props) {
  const chat = useMemo(() => new ChatConnection(() => houseAddress(performance, ticket, "chat")), [performance, ticket]);
  useEffect(() => {
    chat.start();
    return () => chat.stop();
  }, [chat]);
  const { state, lines, muted } = useStore(chat.log);
  const why = chatInWords(useStore(chat.isConnected), useStore(chat.refusal), state);
  const refused = useStore(chat.refused);
  const mayModerate = holder?.scopes.includes("moderate") ?? false;
  const moderate = mayModerate && {
    remove: ({ number }: { number: number }) => chat.ask({ type: "ChatRemove", value: { number } }),
    mute: ({ chatter }: { chatter: number }, isMuted: boolean) => chat.ask({ type: "ChatMute", value: { chatter, isMuted } }),
  };
  return (
    <div className="chat">
      <ChatLines lines={lines} muted={muted} moderate={moderate || null} />
      {mayModerate && (
        <button type="button" className="button is-small" onClick={() => chat.ask({ type: "ChatClear", value: {} })}>
          Clear all that was said
        </button>
      )}
      <p role="status">{why}</p>
      <ChatForm chat={chat} mayPost={why === ""} known={nameInCompany(holder)} />
      <p role="alert" className="chat-refused">
        {refused}
      </p>
    </div>
  );
}

/** @param known The name that the theatre knows one of the company by, and that they post by; empty for others. */
function ChatForm({ chat, mayPost, known }: { chat: ChatConnection; mayPost: boolean; known: string }) {
  const text = useStore(chat.draft);
  const { name: chosen } = useStore(chatWish);
  const name = known || chosen;
  const post = (event: FormEvent) => {
    event.preventDefault();
    if (mayPost) chat.post(name);
  };
  return (
    <form className="chat-form" onSubmit={post}>
      {known === "" ? (
        <label className="field">
          Your name
          <input required maxLength={mostName} value={name} onChange={(event) => chatWish.wish({ name: event.target.value })} />
        </label>
      ) : (
        <p>You post as {known}, of the company.</p>
      )}
      <label className="field">
        Say something
        <input required maxLength={mostText} autoComplete="off" enterKeyHint="send" value={text} onChange={(event) => chat.draft.set(event.target.value)} />
      </label>
      <button type="submit" className="button is-primary" disabled={!mayPost}>
        Send
      </button>
    </form>
  );
}

function nameInCompany(holder: TicketHolder | null): string {
  return holder?.scopes.some((scope) => scope !== "watch" && scope !== "audition") ? holder.name : "";
}

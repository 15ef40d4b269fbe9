import { MegaphoneIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import { MessageKind, type CompanyMessage } from "../contracts/contracts";
import { timeOfDay } from "./words";

/** What was said in a channel, the newest last and in view. */
export function SaidList({ messages, me, label }: { messages: readonly CompanyMessage[]; me: string; label: string }) {
  const list = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.number ?? 0;
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last]);
  return (
    // What scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={list} className="said-log" aria-label={label} role="log" aria-live="polite" tabIndex={0}>
      <ul className="said">
        {messages.map((message) => (
          <li key={message.number} data-own={message.from === me} data-kind={message.kind === MessageKind.Call ? "call" : "said"}>
            <span className="faint">
              {timeOfDay(message.atMs)} {message.from === me ? "You" : message.fromName}
            </span>
            <p>
              {message.kind === MessageKind.Call && <MegaphoneIcon size={15} aria-hidden="true" />} {message.text}
            </p>
          </li>
        ))}
        {messages.length === 0 && <li className="faint">Nothing was said here yet.</li>}
      </ul>
    </div>
  );
}

import { useLayoutEffect, useRef } from "react";
import type { ChatLine } from "../../contracts/contracts";

interface Props {
  lines: readonly ChatLine[];
  muted: ReadonlySet<number>;
  /** What a moderator does; null for who is none. */
  moderate: { remove(line: ChatLine): void; mute(line: ChatLine, isMuted: boolean): void } | null;
}

/** What was said, the newest last: it stays in sight unless somebody reads further up. */
export function ChatLines({ lines, muted, moderate }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (isAtEnd.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [lines]);
  return (
    <div
      ref={log}
      className="chat-lines"
      role="log"
      aria-label="What was said"
      // What scrolls must be reached by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
    >
      {lines.length === 0 && <p className="faint">Nothing was said yet.</p>}
      {lines.map((line) => (
        <div key={line.number} className="chat-line">
          <p dir="auto">
            <b>{line.name}</b>
            {line.isOfCompany && <span className="of-company">company</span>} <time dateTime={new Date(line.atMs).toISOString()}>{timeOf(line.atMs)}</time>
          </p>
          <p dir="auto">{line.text}</p>
          {moderate && (
            <div className="chat-moderate">
              <button type="button" className="button is-small" aria-label={`Remove what ${line.name} said: ${line.text}`} onClick={() => moderate.remove(line)}>
                Remove
              </button>
              <MuteButton line={line} isMuted={muted.has(line.chatter)} onMute={moderate.mute} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

function MuteButton({ line, isMuted, onMute }: { line: ChatLine; isMuted: boolean; onMute(line: ChatLine, isMuted: boolean): void }) {
  const word = isMuted ? "Unmute" : "Mute";
  return (
    <button type="button" className="button is-small" aria-label={`${word} ${line.name}`} onClick={() => onMute(line, !isMuted)}>
      {word}
    </button>
  );
}

const timeOf = (atMs: number): string => new Date(atMs).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });

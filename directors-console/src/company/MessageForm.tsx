import { useState, type FormEvent } from "react";
import { AddressKind } from "../contracts/contracts";
import type { Channel } from "./messages";
import { useCompany, useCompanyConnected } from "./useCompany";

const mostCharacters = 1000;

interface Props {
  channel: Channel;
  label: string;
  isNote?: boolean;
  /** Why nothing can be said here now; null when it can. */
  unless?: string | null;
}

/** Says something. The text stays until the server took it. */
export function MessageForm({ channel, label, isNote = false, unless = null }: Props) {
  const company = useCompany();
  const isConnected = useCompanyConnected();
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const needs = channel.kind === AddressKind.Everybody ? ["call"] : isNote ? ["notes"] : [];
  const reason = !company.may(needs) ? `Your ticket does not allow to ${needs.join(" or to ")}.` : !isConnected ? "There is no connection." : unless;
  const say = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "" || reason !== null) return;
    setBusy(true);
    const value = { performance: company.performance, toKind: channel.kind, to: channel.to, text: text.trim(), isNote };
    const report = await company.desk.press(label, { type: "SendMessage", value });
    if (report && (report.state === "accepted" || report.state === "done")) setText("");
    setBusy(false);
  };
  return (
    <form className="message-form" onSubmit={(event) => void say(event)}>
      <label className="field">
        {label}
        <input value={text} onChange={(event) => setText(event.target.value)} maxLength={mostCharacters} autoComplete="off" disabled={reason !== null} />
      </label>
      <button type="submit" className="button is-primary" disabled={reason !== null || isBusy || text.trim() === ""} title={reason ?? undefined}>
        Send
      </button>
      {reason !== null && <p className="faint">{reason}</p>}
    </form>
  );
}

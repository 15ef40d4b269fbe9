import { useId } from "react";
import { ChatMode } from "../../contracts/contracts";
import { useDirector, useMay, usePending } from "../director/useDirector";

/** When the audience may chat. */
export function ChatChoice({ mode }: { mode: ChatMode }) {
  const director = useDirector();
  const may = useMay("call");
  const isPending = usePending("SetChat");
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>The house may chat</label>
      <select
        id={id}
        value={mode}
        disabled={!may || isPending}
        onChange={(event) => director.press("Set the chat", { type: "SetChat", value: { mode: Number(event.target.value) as ChatMode } })}
      >
        {[ChatMode.Automatic, ChatMode.Open, ChatMode.Closed].map((value) => (
          <option key={value} value={value}>
            {modeName[value]}
          </option>
        ))}
      </select>
    </p>
  );
}

const modeName: Record<ChatMode, string> = {
  [ChatMode.Automatic]: "Outside scenes",
  [ChatMode.Open]: "In scenes as well",
  [ChatMode.Closed]: "Not at all",
};

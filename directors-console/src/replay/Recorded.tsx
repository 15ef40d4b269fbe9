import { useState } from "react";
import { api } from "../shared/api";
import { Notice } from "../shared/Notice";
import { useResource } from "../shared/useResource";
import { ReplayTheatre } from "./ReplayTheatre";

/** Finds a recording, or says why it cannot be watched. */
export function Recorded({ recording, ticket }: { recording: string; ticket: string | null }) {
  /** How often somebody asked for what was recorded since, and where they were. */
  const [more, setMore] = useState<{ asked: number; timeMs: number | null }>({ asked: 0, timeMs: null });
  const { value, refused } = useResource(recording, (signal) => api.recording(recording, { ticket, signal }), more.asked);
  if (value) return <ReplayTheatre contents={value} ticket={ticket} startMs={more.timeMs} onMore={(timeMs) => setMore({ asked: more.asked + 1, timeMs })} />;
  return (
    <Notice title={refused ? "This recording cannot be watched" : "Opening the recording"}>
      <p role="status">{refused?.message ?? "Looking what is in it …"}</p>
      <p>
        <a href="/replay">All recordings</a>
      </p>
    </Notice>
  );
}

import { LoaderIcon, UnplugIcon, WifiIcon } from "lucide-react";
import { useStore } from "../../shared/store";
import { useDirector } from "../director/useDirector";

const words = { connecting: "Connecting …", connected: "Connected", reconnecting: "No connection" };
const icons = { connecting: LoaderIcon, connected: WifiIcon, reconnecting: UnplugIcon };

/** Whether the theatre answers, and how fast. */
export function LinkBadge() {
  const { connection } = useDirector();
  const link = useStore(connection.link);
  const roundTripMs = useStore(connection.roundTripMs);
  const Icon = icons[link];
  return (
    <p className="link" data-state={link}>
      <Icon size={16} aria-hidden="true" />
      <span role="status" aria-label="Connection">
        {words[link]}
      </span>
      {link === "connected" && roundTripMs !== null && <span className="round-trip">{roundTripMs} ms</span>}
    </p>
  );
}

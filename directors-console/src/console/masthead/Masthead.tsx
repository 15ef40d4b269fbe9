import { DramaIcon } from "lucide-react";
import { showStateName } from "../../shared/words";
import { useSeen } from "../director/useDirector";
import { HouseBadge } from "../house/HouseBadge";
import { KeysDialog } from "../keys/KeysDialog";
import { CallerBadge } from "./CallerBadge";
import { Clocks } from "./Clocks";
import { DimSwitch } from "./DimSwitch";
import { LinkBadge } from "./LinkBadge";
import { ModeBadge } from "./ModeBadge";

/** What must be seen at a glance: rehearsal or live, where the show is, what time it is, who calls it, is there a connection. */
export function Masthead({ title }: { title: string }) {
  const show = useSeen((view) => view.show);
  return (
    <header className="masthead">
      <a className="home" href="/" aria-label="VirtualStage, to the playbill" title="To the playbill">
        <DramaIcon aria-hidden="true" size={24} />
      </a>
      <ModeBadge />
      <div className="what">
        <h1 title={title}>{title}</h1>
        <p className="show-state">{show === null ? "–" : showStateName[show]}</p>
      </div>
      <Clocks />
      <CallerBadge />
      <HouseBadge />
      <LinkBadge />
      <DimSwitch />
      <KeysDialog />
    </header>
  );
}

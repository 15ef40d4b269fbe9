import { BackButton } from "./BackButton";
import { GoButton } from "./GoButton";
import { HoldButton } from "./HoldButton";
import { PanicButton } from "./PanicButton";
import { ReportLine } from "./ReportLine";
import { StandbyButton } from "./StandbyButton";
import { useCalls } from "./useCalls";
import { WarnButton } from "./WarnButton";

/** What a hand must find without looking. It is the same in every view, and nothing in it ever moves. */
export function GoBar() {
  const calls = useCalls();
  return (
    <footer className="go-bar" aria-label="Calling">
      <ReportLine />
      <WarnButton calls={calls} />
      <StandbyButton calls={calls} />
      <GoButton calls={calls} />
      <BackButton calls={calls} />
      <HoldButton calls={calls} />
      <PanicButton calls={calls} />
    </footer>
  );
}

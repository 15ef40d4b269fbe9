import type { StagePlan } from "../contracts/contracts";
import { ScrollFrame } from "../company/ScrollFrame";
import { useStore } from "../shared/store";
import { StageInWords } from "../stage/StageInWords";
import type { StageWorld } from "../stage/world";
import { watchWish } from "./watchWish";

/** The stage in words, where the person wishes for them. */
export function WordsPanel({ world, plan }: { world: StageWorld; plan: StagePlan | null }) {
  const { inWords } = useStore(watchWish);
  if (!inWords || !plan) return null;
  return (
    <ScrollFrame className="words-panel" label="The stage in words">
      <StageInWords world={world} plan={plan} />
    </ScrollFrame>
  );
}

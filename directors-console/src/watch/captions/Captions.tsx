import type { StagePlan } from "../../contracts/contracts";
import { useStore } from "../../shared/store";
import type { StageWorld } from "../../stage/world";
import { Description } from "./Description";
import { Surtitles } from "./Surtitles";
import { surtitleWish } from "./surtitleWish";
import { useCaptionTrack, type CaptionSource } from "./useCaptionTrack";
import { useDescription } from "./useDescription";
import { useSpokenDescription } from "./useSpokenDescription";

interface Props {
  /** What is watched: a performance or a recording. */
  of: string;
  world: StageWorld;
  plan: StagePlan | null;
  source: CaptionSource;
}

/** What is spoken and what is to be seen, in words, as the person wishes to read it. */
export function Captions({ of, world, plan, source }: Props) {
  const wish = useStore(surtitleWish);
  const track = useCaptionTrack(of, plan, source);
  const described = useDescription(world, track, wish.describes);
  const isSpoken = wish.describes && wish.speaks;
  useSpokenDescription(described, isSpoken);
  return (
    <div className="captions" data-size={wish.size} data-contrast={wish.contrast} data-position={wish.position}>
      {wish.describes && <Description said={described} isSpoken={isSpoken} />}
      {wish.isShown && <Surtitles world={world} plan={plan} track={track} wish={wish} />}
    </div>
  );
}

import type { PerspectiveCamera } from "three";
import type { StagePlan } from "../../contracts/contracts";

/** Somebody who speaks, where they stand: metres, and radians (0 towards the audience, π/2 to stage left). */
export interface SpeakerPlace {
  id: string;
  x: number;
  y: number;
  z: number;
  facing: number;
}

/** What a camera may go by at a moment. */
export interface Sight {
  plan: StagePlan;
  /** Of the picture: its width for a height of 1. */
  aspect: number;
  /** Where the play is: metres to stage left of the middle. */
  attention: number;
  speaker: SpeakerPlace | null;
  /** Since the picture before. */
  seconds: number;
  /** No camera moves by itself: it cuts. */
  calm: boolean;
}

/** Looks at the stage from the house, or from wherever a spectator wants to see it. */
export interface HouseCamera {
  aim(camera: PerspectiveCamera, sight: Sight): void;
}

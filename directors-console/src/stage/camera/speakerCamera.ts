import { MathUtils, Vector3, type PerspectiveCamera } from "three";
import { directorCamera } from "./directorCamera";
import type { HouseCamera, Sight, SpeakerPlace } from "./houseCamera";

const fov = 30;
const metresAway = 3.8;
const eyes = { from: 1.6, at: 1.34 };
/** How far it goes round to see a face that is turned away, in radians, and what share of the way. */
const [mostTurn, turnShare] = [1.7, 0.7];
/** Who has spoken is looked at for so long, before the whole stage is. */
const lingersSeconds = 4;
/** How fast it goes along with who walks, a second. */
const pace = 2.5;
/** In calm it stands until somebody is so far out of the picture's middle. Metres. */
const mostOffMetres = 0.55;

/** Close on whoever speaks: it cuts from one to the next, and goes along with who walks. */
export class SpeakerCamera implements HouseCamera {
  private watched: string | null = null;
  private readonly at = new Vector3();
  private turn = 0;
  private silentSeconds = Infinity;

  aim(camera: PerspectiveCamera, sight: Sight): void {
    const { speaker, seconds } = sight;
    this.silentSeconds = speaker ? 0 : this.silentSeconds + seconds;
    if (speaker) this.follow(speaker, sight);
    if (this.silentSeconds > lingersSeconds) {
      this.watched = null;
      directorCamera.aim(camera, sight);
      return;
    }
    camera.fov = sight.aspect < 0.8 ? fov * 1.3 : fov;
    camera.aspect = sight.aspect;
    camera.near = 0.3;
    camera.far = 120;
    camera.position.set(this.at.x + Math.sin(this.turn) * metresAway, this.at.y + eyes.from, this.at.z + Math.cos(this.turn) * metresAway);
    camera.lookAt(this.at.x, this.at.y + eyes.at, this.at.z);
    camera.updateProjectionMatrix();
  }

  private follow(speaker: SpeakerPlace, { seconds, calm }: Sight): void {
    const turn = MathUtils.clamp(Math.atan2(Math.sin(speaker.facing), Math.cos(speaker.facing)) * turnShare, -mostTurn, mostTurn);
    const off = Math.hypot(speaker.x - this.at.x, speaker.z - this.at.z);
    if (this.watched !== speaker.id || (calm && off > mostOffMetres)) {
      this.watched = speaker.id;
      this.at.set(speaker.x, speaker.y, speaker.z);
      this.turn = turn;
    } else if (!calm) {
      const share = 1 - Math.exp(-pace * seconds);
      this.at.lerp(new Vector3(speaker.x, speaker.y, speaker.z), share);
      this.turn += (turn - this.turn) * share * 0.5;
    }
  }
}

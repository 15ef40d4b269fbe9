import { Color, Group, HemisphereLight, SpotLight, Vector3, type Light } from "three";
import { LampKind, type Lamp, type LampLevel, type Point3 } from "../../contracts/contracts";
import { Beam } from "./beam";

const brightness: Record<LampKind, number> = { [LampKind.Ambient]: 5, [LampKind.Sky]: 0, [LampKind.Spot]: 7.5, [LampKind.Wash]: 5.5 };
/** Every shadow is a pass over the scene: the two strongest spots of a plan give enough of them. */
const mostShadows = 2;

interface RiggedLamp {
  kind: LampKind;
  light: Light | null;
  beam: Beam | null;
}

/** The lamps of a plan. They never come and go, so that no material has to be compiled again in the middle of a fade. */
export class LampRig {
  readonly root = new Group();
  readonly sky = new Color();
  /** The stage's light as a whole, about 0 to 1. */
  total = 0;
  /** Whether light hangs in the air below spots: it costs many pixels. */
  hasBeams = true;
  private readonly lamps: RiggedLamp[];
  private readonly colour = new Color();

  constructor(
    lamps: readonly Lamp[],
    private readonly shadowSize: number,
  ) {
    let shadows = 0;
    this.lamps = lamps.map((lamp) => this.rig(lamp, lamp.kind === LampKind.Spot && shadows++ < mostShadows));
    // Eyes adapt to the dark: even a blackout leaves shapes.
    this.root.add(new HemisphereLight(0x8090b0, 0x201810, 0.12));
  }

  apply(levels: readonly LampLevel[]): void {
    this.sky.setScalar(0);
    this.total = 0;
    this.lamps.forEach((lamp, index) => {
      const level = levels[index];
      const intensity = level?.intensity ?? 0;
      this.colour.setHex(level?.colour ?? 0);
      if (lamp.kind === LampKind.Sky) this.sky.add(this.colour.clone().multiplyScalar(intensity * 1.6));
      // A backdrop is never quite out of the light that is everywhere.
      else if (lamp.kind === LampKind.Ambient) this.sky.add(this.colour.clone().multiplyScalar(intensity * 0.9));
      if (lamp.kind !== LampKind.Sky) this.total += intensity * (lamp.kind === LampKind.Ambient ? 0.5 : 0.22);
      if (lamp.light) {
        lamp.light.color.copy(this.colour);
        lamp.light.intensity = intensity * brightness[lamp.kind];
        if (lamp.light instanceof HemisphereLight) lamp.light.groundColor.copy(this.colour).multiplyScalar(0.35);
      }
      lamp.beam?.set(this.colour, this.hasBeams ? intensity : 0);
    });
    this.total = Math.min(1, this.total);
  }

  private rig(lamp: Lamp, shadow: boolean): RiggedLamp {
    const light = this.lightOf(lamp, shadow);
    if (light) this.root.add(light);
    const beam = lamp.kind === LampKind.Spot ? new Beam(point(lamp.position), point(lamp.target), lamp.angleDegrees) : null;
    if (beam) this.root.add(beam.mesh);
    return { kind: lamp.kind, light, beam };
  }

  private lightOf(lamp: Lamp, shadow: boolean): Light | null {
    if (lamp.kind === LampKind.Sky) return null;
    if (lamp.kind === LampKind.Ambient) return new HemisphereLight(0, 0, 0);
    const opening = lamp.kind === LampKind.Wash ? Math.max(80, lamp.angleDegrees) : lamp.angleDegrees;
    const light = new SpotLight(0, 0, 0, Math.min(Math.PI / 2 - 0.05, (opening * Math.PI) / 360), lamp.kind === LampKind.Wash ? 1 : 0.45, 0);
    light.position.copy(point(lamp.position));
    light.target.position.copy(point(lamp.target));
    this.root.add(light.target);
    if (shadow) {
      light.castShadow = true;
      light.shadow.mapSize.set(this.shadowSize, this.shadowSize);
      light.shadow.camera.near = 1;
      light.shadow.camera.far = 40;
      light.shadow.bias = -0.002;
      light.shadow.radius = 4;
    }
    return light;
  }
}

const point = ({ x, y, z }: Point3) => new Vector3(x, y, z);

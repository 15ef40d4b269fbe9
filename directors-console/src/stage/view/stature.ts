import type { BodyBox } from "../../contracts/contracts";

interface Sample {
  timeMs: number;
  height: number;
  bottom: number;
  centre: number;
}

/** How a performer stands in their picture: what of it is as high as a person, where the feet are, and the middle. Shares of the picture. */
export interface Stance {
  height: number;
  bottom: number;
  centre: number;
  /** True when the picture ends before the feet: the person is seen to the hips or less. */
  isCut: boolean;
}

const sampleMs = 200;
/** Longer than a bow or a raised arm: those change nothing about how tall somebody is. */
const heightMs = 10_000;
/** Longer than a leap, which leaves the floor. */
const feetMs = 2500;
const centreMs = 4000;
/** How fast the shown stance goes to the measured one, a second. */
const pace = 2.5;
/** A body that ends nearer to the picture's edge than this goes on behind it. */
const edge = 0.985;
/** Less than this of the picture's height is nobody. */
const leastHeight = 0.05;

/** Measures a performer by the boxes around their body, slowly, so that the picture on the stage neither jumps nor breathes. */
export class Stature {
  private samples: Sample[] = [];
  private measured: Stance | null = null;
  private shown: Stance | null = null;

  /** Takes a picture's box; all zero, nobody is in it, and all stays as it was. */
  measure(timeMs: number, { left, top, right, bottom }: BodyBox): void {
    const last = this.samples.at(-1);
    if (last && timeMs < last.timeMs) this.samples = [];
    if (bottom - top < leastHeight || right <= left) return;
    if (last && timeMs >= last.timeMs && timeMs - last.timeMs < sampleMs) return;
    this.samples.push({ timeMs, height: bottom - top, bottom, centre: (left + right) / 2 });
    while (this.samples[0]!.timeMs < timeMs - heightMs) this.samples.shift();
    const since = (ms: number) => this.samples.filter((one) => one.timeMs >= timeMs - ms);
    const feet = middle(since(feetMs).map((one) => one.bottom));
    this.measured = { height: middle(this.samples.map((one) => one.height)), bottom: feet, centre: middle(since(centreMs).map((one) => one.centre)), isCut: feet > edge };
  }

  /** The stance to show after so many more seconds; null before anybody was seen. */
  show(seconds: number): Stance | null {
    const wanted = this.measured;
    if (!wanted) return null;
    const { shown } = this;
    if (!shown) return (this.shown = { ...wanted });
    const step = 1 - Math.exp(-pace * seconds);
    for (const key of ["height", "bottom", "centre"] as const) shown[key] += (wanted[key] - shown[key]) * step;
    shown.isCut = wanted.isCut;
    return shown;
  }
}

function middle(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}

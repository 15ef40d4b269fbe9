import { PerspectiveCamera, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { Attention } from "./attention";
import { directorCamera } from "./directorCamera";
import { FreeCamera } from "./freeCamera";
import type { Sight, SpeakerPlace } from "./houseCamera";
import { eyesIn, SeatCamera } from "./seatCamera";
import { seatRows, seatsInRow } from "../houseSide";
import { speakerOf } from "./speaker";
import { SpeakerCamera } from "./speakerCamera";

const plan = { width: 12, depth: 9, roles: [{ id: "ghost", name: "The Ghost", colour: "#ffffff" }] } as unknown as Sight["plan"];
const sight = (part: Partial<Sight> = {}): Sight => ({ plan, aspect: 1.6, attention: 0, speaker: null, seconds: 0.02, calm: false, ...part });
const hamlet: SpeakerPlace = { id: "actor 1", x: 2, y: 0, z: 1, facing: 0 };

/** Where a place of the stage is in the picture: -1 to 1 both ways, when it is seen. */
function seen(camera: PerspectiveCamera, x: number, y: number, z: number): { x: number; y: number } {
  camera.updateMatrixWorld();
  return new Vector3(x, y, z).project(camera);
}

const isInside = ({ x, y }: { x: number; y: number }) => Math.abs(x) <= 1 && Math.abs(y) <= 1;

describe("cameras of the house", () => {
  it("the director's sees all of the stage on a wide screen", () => {
    const camera = new PerspectiveCamera();
    directorCamera.aim(camera, sight());
    for (const x of [-6, 6]) expect(isInside(seen(camera, x, 0, 4.5))).toBe(true);
  });

  it.each([[1, 1], [1, seatsInRow], [8, 12], [seatRows, 1], [seatRows, seatsInRow]])("from row %i, seat %i the middle of the stage is seen, and from its side", (row, seat) => {
    const camera = new PerspectiveCamera();
    new SeatCamera({ row, seat }).aim(camera, sight());
    expect(isInside(seen(camera, 0, 1.5, 0))).toBe(true);
    expect(Math.sign(camera.position.x)).toBe(seat <= seatsInRow / 2 ? -1 : 1);
    expect(camera.position.z).toBeGreaterThan(plan.depth / 2);
    // The line of sight to the middle goes through the arch, not through the wall beside it.
    const arch = plan.depth / 2 + 0.9;
    expect(Math.abs(camera.position.x * (arch / camera.position.z))).toBeLessThan(plan.width / 2);
  });

  it("who sits farther back sits higher", () => {
    expect(eyesIn({ row: 9, seat: 3 }, plan).y).toBeGreaterThan(eyesIn({ row: 2, seat: 3 }, plan).y);
  });

  it("the close-up is on whoever speaks, and goes along with them", () => {
    const camera = new PerspectiveCamera();
    const close = new SpeakerCamera();
    close.aim(camera, sight({ speaker: hamlet }));
    const at = seen(camera, 2, 1.5, 1);
    expect(isInside(at)).toBe(true);
    expect(Math.abs(at.x)).toBeLessThan(0.1);
    expect(camera.position.distanceTo(new Vector3(2, 1.5, 1))).toBeLessThan(5);
    for (let frame = 0; frame < 300; frame++) close.aim(camera, sight({ speaker: { ...hamlet, x: -1 } }));
    expect(Math.abs(seen(camera, -1, 1.5, 1).x)).toBeLessThan(0.1);
  });

  it("cuts to the next speaker, and shows the stage when nobody has spoken for a while", () => {
    const camera = new PerspectiveCamera();
    const close = new SpeakerCamera();
    close.aim(camera, sight({ speaker: hamlet }));
    close.aim(camera, sight({ speaker: { ...hamlet, id: "actor 2", x: -4 } }));
    expect(Math.abs(seen(camera, -4, 1.5, 1).x)).toBeLessThan(0.1);
    const before = camera.position.clone();
    close.aim(camera, sight({ seconds: 1 }));
    expect(camera.position.equals(before)).toBe(true);
    close.aim(camera, sight({ seconds: 5 }));
    for (const x of [-6, 6]) expect(isInside(seen(camera, x, 0, 4.5))).toBe(true);
  });

  it("in calm nothing glides: it stands until somebody has left its middle, and cuts then", () => {
    const camera = new PerspectiveCamera();
    const close = new SpeakerCamera();
    close.aim(camera, sight({ speaker: hamlet, calm: true }));
    const before = camera.position.clone();
    close.aim(camera, sight({ speaker: { ...hamlet, x: 2.3 }, calm: true }));
    expect(camera.position.equals(before)).toBe(true);
    close.aim(camera, sight({ speaker: { ...hamlet, x: 3 }, calm: true }));
    expect(camera.position.x).toBeCloseTo(3);
    const attention = new Attention();
    attention.follow(1, 1, true);
    expect(attention.x).toBe(0);
    attention.follow(3, 0.01, true);
    expect(attention.x).toBe(3);
  });

  it("the free one goes where it is turned, within the theatre, and back", () => {
    const [camera, free] = [new PerspectiveCamera(), new FreeCamera()];
    free.aim(camera, sight());
    const first = camera.position.clone();
    free.turn(0.5, 0.3);
    free.approach(0.5);
    free.aim(camera, sight());
    expect(camera.position.x).toBeGreaterThan(first.x);
    expect(camera.position.length()).toBeLessThan(first.length());
    for (let turn = 0; turn < 100; turn++) free.turn(1, -1);
    for (let step = 0; step < 100; step++) free.approach(0.5);
    free.aim(camera, sight());
    expect(camera.position.y).toBeGreaterThan(0);
    expect(camera.position.z).toBeGreaterThan(0);
    expect(isInside(seen(camera, 0, 1.5, 0))).toBe(true);
    free.reset();
    free.aim(camera, sight());
    expect(camera.position.equals(first)).toBe(true);
  });
});

describe("who speaks", () => {
  const pose = (actor: number, x: number, speaking: boolean) => ({ actor, x, y: 0, z: 0, facing: 0, speaking }) as Parameters<typeof speakerOf>[0][number];

  it("is an actor on the stage, or the performer whose line it is", () => {
    expect(speakerOf([pose(1, 0, false), pose(2, 1, true)], [], null, plan)?.id).toBe("actor 2");
    expect(speakerOf([pose(2, 9, true)], [], null, plan)).toBeNull();
    const performers = [{ role: "ghost", x: 1, z: 2 }];
    expect(speakerOf([], performers, { line: "1", speaker: "The Ghost", text: "", sinceMs: 0 }, plan)).toMatchObject({ id: "performer ghost", x: 1, z: 2 });
    expect(speakerOf([], performers, { line: "1", speaker: "Hamlet", text: "", sinceMs: 0 }, plan)).toBeNull();
  });
});

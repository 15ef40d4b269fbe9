import { DoubleSide, Mesh, MeshBasicMaterial, RingGeometry } from "three";

/** A place on the floor, in metres. */
export interface Spot {
  x: number;
  z: number;
}

/** Shows an actor where to stand next. */
export class Ring {
  readonly mesh = new Mesh(
    new RingGeometry(0.36, 0.46, 40).rotateX(-Math.PI / 2),
    new MeshBasicMaterial({ color: 0xffd27a, transparent: true, side: DoubleSide, depthWrite: false }),
  );

  show(spot: Spot | null, time: number, calm: boolean): void {
    this.mesh.visible = spot !== null;
    if (!spot) return;
    this.mesh.position.set(spot.x, 0.03, spot.z);
    this.mesh.material.opacity = calm ? 0.8 : 0.6 + 0.3 * Math.sin(time * 4);
  }
}

import { Vector3, type PerspectiveCamera } from "three";
import type { Member } from "./company";

/** Name tags over the figures' heads, as elements: they stay sharp when the picture gets coarse. */
export class Labels {
  private readonly tags = new Map<number, HTMLElement>();
  private readonly place = new Vector3();

  constructor(private readonly layer: HTMLElement) {}

  show(members: ReadonlyMap<number, Member>, camera: PerspectiveCamera, width: number, height: number, visible: boolean): void {
    for (const [actor, tag] of this.tags) {
      if (visible && members.get(actor)?.figure.root.visible) continue;
      tag.remove();
      this.tags.delete(actor);
    }
    if (!visible) return;
    const taken: Box[] = [];
    const nearestFirst = [...members].toSorted(([, a], [, b]) => b.pose.z - a.pose.z);
    for (const [actor, member] of nearestFirst) {
      if (!member.figure.root.visible) continue;
      const tag = this.tags.get(actor) ?? this.add(actor);
      const { pose } = member;
      this.place.set(pose.x, pose.y + member.figure.hips.position.y + 1.12, pose.z).project(camera);
      const text = member.player && !member.isBot ? `${member.roleName} · ${member.player}` : member.roleName;
      if (tag.textContent !== text) tag.textContent = text;
      const at = freePlace(((this.place.x + 1) / 2) * width, ((1 - this.place.y) / 2) * height, text, taken);
      tag.style.transform = `translate(-50%, -100%) translate(${at.x}px, ${at.y}px)`;
      tag.classList.toggle("is-speaking", pose.speaking);
      tag.classList.toggle("is-bot", member.isBot);
    }
  }

  clear(): void {
    this.layer.replaceChildren();
    this.tags.clear();
  }

  private add(actor: number): HTMLElement {
    const tag = document.createElement("span");
    tag.className = "name-tag";
    this.layer.append(tag);
    this.tags.set(actor, tag);
    return tag;
  }
}

interface Box {
  x: number;
  y: number;
  half: number;
}

const tagHeight = 22;

/** Moves a tag up until it covers no other. */
function freePlace(x: number, y: number, text: string, taken: Box[]): Box {
  const place = { x, y, half: text.length * 3.2 + 8 };
  const covers = (other: Box) => Math.abs(other.x - place.x) < other.half + place.half && Math.abs(other.y - place.y) < tagHeight;
  for (let tries = 0; tries < 8; tries++) {
    const other = taken.find(covers);
    if (!other) break;
    place.y = other.y - tagHeight;
  }
  taken.push(place);
  return place;
}

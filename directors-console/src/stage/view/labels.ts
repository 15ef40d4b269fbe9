import { Vector3, type PerspectiveCamera } from "three";
import type { Member } from "./company";

/** Name tags over the figures' heads, as elements: they stay sharp when the picture gets coarse. */
export class Labels {
  private readonly tags = new Map<number, HTMLElement>();
  private readonly place = new Vector3();

  constructor(private readonly layer: HTMLElement) {}

  show(members: ReadonlyMap<number, Member>, camera: PerspectiveCamera, width: number, height: number, visible: boolean): void {
    for (const [actor, tag] of this.tags) {
      if (visible && members.has(actor)) continue;
      tag.remove();
      this.tags.delete(actor);
    }
    if (!visible) return;
    for (const [actor, member] of members) {
      const tag = this.tags.get(actor) ?? this.add(actor);
      const { pose } = member;
      this.place.set(pose.x, pose.y + member.figure.hips.position.y + 1.12, pose.z).project(camera);
      tag.style.transform = `translate(-50%, -100%) translate(${((this.place.x + 1) / 2) * width}px, ${((1 - this.place.y) / 2) * height}px)`;
      const text = member.player && member.player !== member.roleName ? `${member.roleName} · ${member.player}` : member.roleName;
      if (tag.textContent !== text) tag.textContent = text;
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

import { Vector3, type PerspectiveCamera } from "three";

/** A name over somebody's head. */
export interface Tag {
  id: string;
  text: string;
  head: { x: number; y: number; z: number };
  isSpeaking: boolean;
  isBot: boolean;
}

/** Name tags over the figures' heads, as elements: they stay sharp when the picture gets coarse. */
export class Labels {
  private readonly elements = new Map<string, HTMLElement>();
  private readonly place = new Vector3();

  constructor(private readonly layer: HTMLElement) {}

  /** Shows the tags of those who can be seen, and no others. */
  show(tags: readonly Tag[], camera: PerspectiveCamera, width: number, height: number): void {
    const ids = new Set(tags.map((tag) => tag.id));
    for (const [id, element] of this.elements) {
      if (ids.has(id)) continue;
      element.remove();
      this.elements.delete(id);
    }
    const taken: Box[] = [];
    for (const { id, text, head, isSpeaking, isBot } of tags.toSorted((one, other) => other.head.z - one.head.z)) {
      const element = this.elements.get(id) ?? this.add(id);
      this.place.set(head.x, head.y, head.z).project(camera);
      if (element.textContent !== text) element.textContent = text;
      const at = freePlace(((this.place.x + 1) / 2) * width, ((1 - this.place.y) / 2) * height, text, taken);
      element.style.transform = `translate(-50%, -100%) translate(${at.x}px, ${at.y}px)`;
      element.classList.toggle("is-speaking", isSpeaking);
      element.classList.toggle("is-bot", isBot);
    }
  }

  clear(): void {
    this.layer.replaceChildren();
    this.elements.clear();
  }

  private add(id: string): HTMLElement {
    const tag = document.createElement("span");
    tag.className = "name-tag";
    this.layer.append(tag);
    this.elements.set(id, tag);
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

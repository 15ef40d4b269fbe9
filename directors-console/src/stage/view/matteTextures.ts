import { LinearFilter, LinearMipmapLinearFilter, Texture } from "three";
import { isVideo, type DecodedPicture } from "../../pictures/decodePicture";

/** A performer's colours and alpha on the graphics card. */
export interface LayerTextures {
  colour: Texture;
  alpha: Texture;
}

/** Textures of a performer's pictures: two for a pair of pictures; of a video's picture, which holds both, two views of one. */
export class MatteTextures {
  private readonly pair: LayerTextures;
  private readonly stacked: LayerTextures;
  private used: LayerTextures;
  private size = "";

  constructor(modest: boolean) {
    this.pair = { colour: textureOf(modest), alpha: textureOf(modest) };
    const both = textureOf(modest);
    // A copy has the same source, which goes to the graphics card once.
    this.stacked = { colour: both, alpha: both.clone() };
    this.used = this.pair;
  }

  /** Those of the picture that was taken last. */
  get current(): LayerTextures {
    return this.used;
  }

  take(picture: DecodedPicture): void {
    const { colour, alpha } = picture;
    const size = `${colour.image.width} ${colour.image.height} ${picture.height}`;
    const next = isVideo(picture) ? this.stacked : this.pair;
    // What a graphics card has room for does not change its size.
    if (next !== this.used || size !== this.size) this.dispose();
    [this.used, this.size] = [next, size];
    for (const [texture, { image, top }] of [[next.colour, colour], [next.alpha, alpha]] as const) {
      texture.image = image;
      texture.repeat.set(picture.width / image.width, picture.height / image.height);
      texture.offset.set(0, top / image.height);
      texture.needsUpdate = true;
    }
  }

  dispose(): void {
    for (const { colour, alpha } of [this.pair, this.stacked]) {
      colour.dispose();
      alpha.dispose();
    }
  }
}

function textureOf(modest: boolean): Texture {
  const texture = new Texture();
  // Pictures lie the other way round than textures: the plane's corners are told so, which costs nothing.
  texture.flipY = false;
  texture.generateMipmaps = !modest;
  texture.minFilter = modest ? LinearFilter : LinearMipmapLinearFilter;
  return texture;
}

import { DoubleSide, MeshLambertMaterial } from "three";
import type { LayerTextures } from "./matteTextures";

/** Thinner than this a pixel neither is drawn nor hides what is behind it. */
const thinnest = 0.03;

/**
 * Cloth for a performer's picture: lit by the lamps like the actors' cloth. The colours come multiplied by alpha as the
 * camera has them; they are divided again before light falls on them, for light and the film's curve want the colours
 * themselves.
 */
export function matteMaterial({ colour: map, alpha: alphaMap }: LayerTextures): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ map, alphaMap, transparent: true, alphaTest: thinnest, shadowSide: DoubleSide });
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace("#include <map_fragment>", divided);
  };
  material.customProgramCacheKey = () => "performer";
  return material;
}

const divided = /* glsl */ `
  float matte = texture2D( alphaMap, vAlphaMapUv ).g;
  vec3 seen = min( texture2D( map, vMapUv ).rgb / max( matte, 0.004 ), vec3( 1.0 ) );
  diffuseColor.rgb *= sRGBTransferEOTF( vec4( seen, 1.0 ) ).rgb;
`;

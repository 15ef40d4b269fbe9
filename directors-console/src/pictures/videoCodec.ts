const parameterSet = 7;

/** What a decoder has to be able to do: H.264, constrained baseline, as large as two cameras' pictures above each other. */
const needed: VideoDecoderConfig = { codec: "avc1.42c033", codedWidth: 1920, codedHeight: 2208, optimizeForLatency: true };

/** Whether this browser can decode performers' videos. Pages that did not come over HTTPS, or from this machine, have no decoder. */
export async function canPlayVideo(): Promise<boolean> {
  if (typeof VideoDecoder !== "function") return false;
  return (await VideoDecoder.isConfigSupported(needed).catch(() => null))?.supported === true;
}

/** The codec's name as decoders know it, from the parameter set in a keyframe of H.264 (Annex B); null where there is none. */
export function codecOf(data: Uint8Array): string | null {
  for (let at = 0; at + 6 < data.length; at++) {
    if (data[at] !== 0 || data[at + 1] !== 0 || data[at + 2] !== 1 || (data[at + 3]! & 31) !== parameterSet) continue;
    // Profile, constraints and level stand in the set's first three bytes.
    return `avc1.${[...data.subarray(at + 4, at + 7)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }
  return null;
}

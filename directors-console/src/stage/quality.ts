/** How much of the picture a device has time for: all of it; fewer pixels and shadows; the least that is still a stage. */
export type Quality = "full" | "reduced" | "least";

export const qualityInWords: Record<Quality, string> = {
  full: "The picture is as good as this screen shows it.",
  reduced: "This device draws slowly: the picture has fewer pixels, and its shadows follow more slowly.",
  least: "This device draws very slowly: the picture has few pixels, and beams of light are left out.",
};

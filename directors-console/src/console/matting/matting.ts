/** What a plan is called, and what it does. */
const plans: Record<string, { title: string; what: string }> = {
  threads: { title: "A thread each", what: "every performer has a thread of their own, which does all of one frame, then of the next" },
  stages: { title: "Stages", what: "every core does its stretch of the steps of all frames" },
  braided: { title: "Braided", what: "frames take the cores in turn, their tiles are shared, and each core does what is ready of the oldest frame" },
};

export const planWords = (name: string): { title: string; what: string } => plans[name] ?? { title: name, what: "" };

/** A picture as an address: an image runs no scripts, whatever is in it. */
export const pictureAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

import type { Playbill } from "../contracts/contracts";

const productionOf = (id: string) => id.slice(0, id.lastIndexOf("-"));

/** The newest performance of the production that an audition is for, as the playbill has it; null while none is known. */
export const performanceOf = (audition: string, playbill: Pick<Playbill, "performances"> | null): string | null =>
  playbill?.performances.find((one) => productionOf(one.id) === productionOf(audition))?.id ?? null;

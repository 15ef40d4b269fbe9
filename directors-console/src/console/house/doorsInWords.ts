import { DoorsFor, type DoorsView } from "../../contracts/contracts";

export const admitsName: Record<DoorsFor, string> = {
  [DoorsFor.Everybody]: "Everybody",
  [DoorsFor.Invited]: "Who was invited",
  [DoorsFor.Company]: "The company alone",
};

/** Who is let in and how many are, as a person says it. */
export function doorsInWords({ admits, capacity, taken, waiting }: DoorsView): string {
  const places = capacity === null ? `${taken} of the audience ${taken === 1 ? "is" : "are"} in` : `${taken} of ${capacity} places are taken`;
  const queue = waiting === 0 ? "nobody waits" : `${waiting} ${waiting === 1 ? "waits" : "wait"} for a seat`;
  return `${admitsName[admits]} may come in while the doors are open. ${places}, ${queue}.`;
}

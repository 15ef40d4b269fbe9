import { AuditionStep, type Auditionee } from "../../contracts/contracts";

const { Waiting, Reading, Read, Offered, Declined } = AuditionStep;

/** What can be done with somebody, from where they are; whether it is done is for the server to say. */
export interface Steps {
  callToRead: boolean;
  endReading: boolean;
  offer: boolean;
  withdraw: boolean;
  thank: boolean;
}

export const stepsOf = ({ step }: Pick<Auditionee, "step">): Steps => ({
  callToRead: step === Waiting || step === Read || step === Declined,
  endReading: step === Reading,
  offer: step === Waiting || step === Read || step === Declined,
  withdraw: step === Offered,
  thank: step === Waiting || step === Read || step === Declined,
});

/** Who reads stands first, then who waits in their order, then the others. */
export function inOrder(people: readonly Auditionee[]): Auditionee[] {
  const rank = ({ step }: Auditionee) => (step === Reading ? 0 : step === Waiting ? 1 : step === Read || step === Offered ? 2 : 3);
  return people.toSorted((one, other) => rank(one) - rank(other) || (one.slotMs ?? 0) - (other.slotMs ?? 0) || one.ahead - other.ahead);
}

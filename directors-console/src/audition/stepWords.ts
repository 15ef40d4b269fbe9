import { dayAndTime } from "../company/words";
import { AuditionStep, type Auditionee, type AuditionView } from "../contracts/contracts";

/** Where somebody is in an audition, in a heading and a sentence. */
export interface StepWords {
  title: string;
  text: string;
}

type Mine = Pick<Auditionee, "step" | "ahead" | "slotMs" | "role">;

/** What an auditionee is told at each step. */
export function stepWords(me: Mine, audition: Pick<AuditionView, "slotMinutes">, roleName: (role: string) => string): StepWords {
  const role = me.role === null ? "a role" : roleName(me.role);
  switch (me.step) {
    case AuditionStep.Waiting:
      return waitingWords(me, audition);
    case AuditionStep.Reading:
      return { title: `Read ${role} now`, text: "The director calls you to the stage. Your lines stand under it there; whoever follows the rehearsal sees you." };
    case AuditionStep.Read:
      return { title: "You have read", text: "Thank you. The director decides now; this page tells you as soon as there is news." };
    case AuditionStep.Offered:
      return { title: `You are offered ${role}`, text: "Accept it and it is yours; decline it and nobody minds." };
    case AuditionStep.Accepted:
      return { title: `You play ${role}`, text: "Welcome to the company. The stage door is open for you." };
    case AuditionStep.Declined:
      return { title: "You declined", text: "The director knows. You may still be asked for something else." };
    case AuditionStep.Thanked:
      return { title: "Thank you for coming", text: "There is no role for you this time. Should that change, this page tells you." };
    case AuditionStep.Left:
      return { title: "You left this audition", text: "Your place is free for somebody else." };
  }
}

function waitingWords({ ahead, slotMs }: Mine, { slotMinutes }: Pick<AuditionView, "slotMinutes">): StepWords {
  const stay = "Keep this page open: it tells you when you are called.";
  if (slotMs !== null) return { title: `Your time is ${dayAndTime(slotMs)}`, text: stay };
  if (ahead === 0) return { title: "You are next", text: stay };
  return { title: `${ahead} before you`, text: `About ${ahead * slotMinutes} minutes to wait. ${stay}` };
}

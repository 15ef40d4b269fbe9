import { describe, expect, it } from "vitest";
import { ChatMode, DoorsFor } from "../../contracts/contracts";
import { doorsInWords } from "./doorsInWords";

describe("doorsInWords", () => {
  it.each([
    [{ admits: DoorsFor.Everybody, capacity: null, taken: 1, waiting: 0 }, "Everybody may come in while the doors are open. 1 of the audience is in, nobody waits."],
    [{ admits: DoorsFor.Invited, capacity: 120, taken: 120, waiting: 3 }, "Who was invited may come in while the doors are open. 120 of 120 places are taken, 3 wait for a seat."],
    [{ admits: DoorsFor.Company, capacity: 2, taken: 0, waiting: 1 }, "The company alone may come in while the doors are open. 0 of 2 places are taken, 1 waits for a seat."],
  ])("says who may come in", (doors, words) => expect(doorsInWords({ ...doors, reactionsTaken: true, chat: ChatMode.Automatic })).toBe(words));
});

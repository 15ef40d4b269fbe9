import { describe, expect, it } from "vitest";
import type { RoleView } from "../../contracts/contracts";
import { conductInWords, whoIsOn } from "./conductWords";

const role = (given: Partial<RoleView>): RoleView => ({
  role: "hamlet",
  person: "anna",
  personName: "Anna",
  onStage: true,
  byBot: false,
  away: false,
  conduct: null,
  ...given,
});

describe("conductInWords", () => {
  it("says what the client does, and how often", () => {
    expect(conductInWords({ tooManyMoves: 412, unreadable: 0, tooMuch: 0 })).toBe("client sends too many moves (412) in the last minute: held to the rules");
    expect(conductInWords({ tooManyMoves: 0, unreadable: 3, tooMuch: 0 })).toBe("client sends what cannot be read (3) in the last minute: held to the rules");
  });

  it("says all of it", () => {
    expect(conductInWords({ tooManyMoves: 31, unreadable: 2, tooMuch: 900 })).toBe(
      "client sends too many moves (31), sends what cannot be read (2), sends too much (900) in the last minute: held to the rules",
    );
  });
});

describe("whoIsOn", () => {
  it("tells people, bots and nobody", () => {
    expect(whoIsOn(role({}))).toBe("Anna");
    expect(whoIsOn(role({ byBot: true }))).toBe("bot for Anna");
    expect(whoIsOn(role({ onStage: false }))).toBe("Anna, not here");
    expect(whoIsOn(role({ person: null, personName: null, byBot: true }))).toBe("bot");
    expect(whoIsOn(role({ person: null, personName: null, onStage: false }))).toBe("nobody");
  });

  it("tells of somebody whose connection is lost", () => {
    expect(whoIsOn(role({ away: true }))).toBe("Anna, connection lost: the role waits");
  });
});

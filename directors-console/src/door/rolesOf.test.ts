import { describe, expect, it } from "vitest";
import type { CompanyRole } from "../contracts/contracts";
import { rolesOf } from "./rolesOf";

const role = (id: string, tonight: string | null): CompanyRole => ({ role: id, name: id, person: null, tonight, covers: [], speeches: 0, lines: 0, words: 0, firstLine: null });
const anna = { person: "anna", role: "hamlet", scopes: ["watch", "act"] };

describe("the roles of who comes in by the stage door", () => {
  it("are the ticket's before the company is known, and when a bot plays it", () => {
    expect(rolesOf(anna, null)).toEqual(["hamlet"]);
    expect(rolesOf(anna, { roles: [role("hamlet", null)] })).toEqual(["hamlet"]);
  });

  it("are those that they cover tonight as well", () => {
    expect(rolesOf(anna, { roles: [role("hamlet", "anna"), role("ghost", "anna")] })).toEqual(["hamlet", "ghost"]);
  });

  it("leave out what somebody else covers", () => {
    expect(rolesOf(anna, { roles: [role("hamlet", "ben")] })).toEqual([]);
  });

  it("are by camera those of who may perform", () => {
    const company = { roles: [role("hamlet", "anna"), role("ghost", "anna")] };
    expect(rolesOf({ ...anna, scopes: ["perform"] }, company, "perform")).toEqual(["hamlet", "ghost"]);
    expect(rolesOf({ ...anna, scopes: ["perform"] }, company)).toEqual([]);
    expect(rolesOf(anna, company, "perform")).toEqual([]);
  });

  it("are none without the scope to act", () => {
    expect(rolesOf({ ...anna, scopes: ["watch"] }, null)).toEqual([]);
  });
});

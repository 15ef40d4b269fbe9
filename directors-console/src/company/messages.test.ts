import { describe, expect, it } from "vitest";
import { AddressKind, MessageKind, type CompanyMessage } from "../contracts/contracts";
import { channelOf, everybody, saidIn, unread, withMessages } from "./messages";

const said = (number: number, more: Partial<CompanyMessage> = {}): CompanyMessage => ({
  number,
  atMs: number * 1000,
  from: "anna",
  fromName: "Anna",
  toKind: AddressKind.Person,
  to: "me",
  kind: MessageKind.Said,
  text: `message ${number}`,
  ...more,
});

describe("messages of the company", () => {
  it("stand in their order, each once, however often and late they came", () => {
    const known = withMessages([], [said(2), said(1)]);
    expect(withMessages(known, [said(4), said(2), said(3)]).map((message) => message.number)).toEqual([1, 2, 3, 4]);
  });

  it("are five hundred at most, the newest", () => {
    const many = withMessages([], Array.from({ length: 700 }, (_, number) => said(number)));
    expect([many.length, many[0]?.number]).toEqual([500, 200]);
  });

  it("between two people stand in one channel, whoever spoke", () => {
    expect(channelOf(said(1), "me")).toEqual(channelOf(said(2, { from: "me", to: "anna" }), "me"));
  });

  it("of a call stand with what is said to everybody, and notes nowhere", () => {
    const messages = [said(1, { toKind: AddressKind.Everybody, to: "", kind: MessageKind.Call, from: null }), said(2, { toKind: AddressKind.Everybody, to: "" }), said(3, { kind: MessageKind.Note })];
    expect(saidIn(messages, everybody, "me").map((message) => message.number)).toEqual([1, 2]);
    expect(saidIn(messages, { kind: AddressKind.Person, to: "anna" }, "me")).toEqual([]);
  });

  it("are unread when others said them after the last that was read", () => {
    const messages = [said(1), said(2, { from: "me", to: "anna" }), said(3, { toKind: AddressKind.Department, to: "Sound" })];
    expect(unread(messages, 1, "me")).toEqual([{ kind: AddressKind.Department, to: "Sound" }]);
  });
});

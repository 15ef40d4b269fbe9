import { AddressKind, MessageKind, type CompanyMessage } from "../contracts/contracts";

const mostMessages = 500;

/** With more messages, each once, in their order; the oldest of too many are left to the theatre. */
export function withMessages(known: readonly CompanyMessage[], more: readonly CompanyMessage[]): readonly CompanyMessage[] {
  const byNumber = new Map([...known, ...more].map((message) => [message.number, message]));
  return [...byNumber.values()].toSorted((one, other) => one.number - other.number).slice(-mostMessages);
}

/** Where something is said: to everybody, in a department, or between two people. */
export type Channel = { kind: AddressKind; to: string };

export const everybody: Channel = { kind: AddressKind.Everybody, to: "" };

export const isSameChannel = (one: Channel, other: Channel): boolean => one.kind === other.kind && one.to === other.to;

/** The channel that a message belongs to, for its reader: a message between two people is in that with the other one. */
export function channelOf({ toKind, to, from }: CompanyMessage, me: string): Channel {
  if (toKind !== AddressKind.Person) return { kind: toKind, to };
  return { kind: toKind, to: to === me ? (from ?? "") : to };
}

/** What was said in a channel; calls go to everybody, and notes stand apart. */
export const saidIn = (messages: readonly CompanyMessage[], channel: Channel, me: string): CompanyMessage[] =>
  messages.filter((message) => message.kind !== MessageKind.Note && isSameChannel(channelOf(message, me), channel));

/** Channels in which something was said after a number, by others. */
export const unread = (messages: readonly CompanyMessage[], after: number, me: string): Channel[] =>
  messages.filter((message) => message.number > after && message.from !== me).map((message) => channelOf(message, me));

import { useState } from "react";
import { AddressKind, type CompanyView } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { nameOf } from "./Company";
import { MessageForm } from "./MessageForm";
import { everybody, isSameChannel, saidIn, unread, type Channel } from "./messages";
import { SaidList } from "./SaidList";
import { useCompany } from "./useCompany";
import { departmentName } from "./words";

const keyOf = ({ kind, to }: Channel) => `${kind}:${to}`;

/** Everybody, the departments, and people: what was said there, and what is to be said. None of it reaches the audience. */
export function Channels({ company, departments }: { company: CompanyView; departments: readonly string[] }) {
  const { connection } = useCompany();
  const messages = useStore(connection.messages);
  const [open, setOpen] = useState<Channel>(everybody);
  const [readUpTo, setReadUpTo] = useState<Readonly<Record<string, number>>>({});
  const last = messages.at(-1)?.number ?? 0;
  const channels: Channel[] = [
    everybody,
    ...departments.map((to) => ({ kind: AddressKind.Department, to })),
    ...company.members.filter((member) => member.person !== company.me).map(({ person }) => ({ kind: AddressKind.Person, to: person })),
  ];
  const titleOf = ({ kind, to }: Channel) => (kind === AddressKind.Everybody ? "Everybody" : kind === AddressKind.Department ? departmentName(to) : nameOf(company, to));
  const unreadIn = (channel: Channel) => (isSameChannel(channel, open) ? 0 : unread(messages, readUpTo[keyOf(channel)] ?? 0, company.me).filter((one) => isSameChannel(one, channel)).length);
  const choose = (channel: Channel) => {
    setReadUpTo({ ...readUpTo, [keyOf(open)]: last, [keyOf(channel)]: last });
    setOpen(channel);
  };
  return (
    <div className="channels">
      <ul className="channel-list" aria-label="Channels">
        {channels.map((channel) => {
          const count = unreadIn(channel);
          return (
            <li key={keyOf(channel)}>
              <button type="button" aria-pressed={isSameChannel(channel, open)} onClick={() => choose(channel)}>
                {titleOf(channel)}
                {count > 0 && (
                  <span className="unread">
                    {count}
                    <span className="visually-hidden"> new</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <div className="channel">
        <SaidList messages={saidIn(messages, open, company.me)} me={company.me} label={`Said to ${titleOf(open)}`} />
        <MessageForm key={keyOf(open)} channel={open} label={`To ${titleOf(open)}`} />
      </div>
    </div>
  );
}

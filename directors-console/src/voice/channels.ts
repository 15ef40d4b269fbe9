import { departmentName } from "../company/words";
import { VoiceChannel, type CompanyView } from "../contracts/contracts";

const names = new Map<VoiceChannel, string>(Object.entries(VoiceChannel).map(([name, channel]) => [channel, name]));

/** The channel by which a department talks; null when there is none of that name. */
export const channelOf = (department: string): VoiceChannel | null => (VoiceChannel as Record<string, VoiceChannel>)[department] ?? null;

export const channelName = (channel: VoiceChannel): string => (channel === VoiceChannel.Stage ? "the stage" : departmentName(names.get(channel) ?? ""));

/** The departments that somebody may talk to: their own; those of the prompt corner may talk to all. */
export function talkChannels(company: CompanyView | null): VoiceChannel[] {
  const me = company?.members.find((member) => member.person === company.me);
  if (!company || !me) return [];
  const isCorner = me.departments.includes("StageManagement");
  const isCast = me.roles.length + me.covers.length > 0;
  const mine = company.departments.filter((department) => isCorner || me.departments.includes(department) || (isCast && department === "Cast"));
  return mine.flatMap((department) => channelOf(department) ?? []);
}

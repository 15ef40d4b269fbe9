import { departmentName } from "../company/words";
import { VoiceChannel, type CompanyView } from "../contracts/contracts";

const names = new Map<VoiceChannel, string>(Object.entries(VoiceChannel).map(([name, channel]) => [channel, name]));

/** The channel by which a department talks; null when there is none of that name. */
export const channelOf = (department: string): VoiceChannel | null => (VoiceChannel as Record<string, VoiceChannel>)[department] ?? null;

export const channelName = (channel: VoiceChannel): string => (channel === VoiceChannel.Stage ? "the stage" : departmentName(names.get(channel) ?? ""));

/** The departments that somebody belongs to, and hears. */
export function ownChannels(company: CompanyView | null): VoiceChannel[] {
  const me = company?.members.find((member) => member.person === company.me);
  if (!company || !me) return [];
  const isCast = me.roles.length + me.covers.length > 0;
  return channelsOf(company.departments.filter((department) => me.departments.includes(department) || (isCast && department === "Cast")));
}

/** The departments that somebody may talk to: their own; those of the prompt corner may talk to all. */
export function talkChannels(company: CompanyView | null): VoiceChannel[] {
  const own = ownChannels(company);
  return company && own.includes(VoiceChannel.StageManagement) ? channelsOf(company.departments) : own;
}

const channelsOf = (departments: readonly string[]): VoiceChannel[] => departments.flatMap((department) => channelOf(department) ?? []);

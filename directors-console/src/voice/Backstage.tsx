import { HeadphonesIcon } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useCompany } from "../company/useCompany";
import type { CompanyView } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { SoundControls } from "../sound/SoundControls";
import { wishSound } from "../sound/soundWish";
import { useSound } from "../sound/useSound";
import { StageWorld } from "../stage/world";
import { channelName, ownChannels, talkChannels } from "./channels";
import { TalkPanel } from "./TalkPanel";
import { useBackstage } from "./useBackstage";

/** Voices by department, for who is not on the stage; nothing for who belongs to none. */
export function Backstage({ company }: { company: CompanyView }) {
  const [isIn, setIn] = useState(false);
  const channels = talkChannels(company);
  if (channels.length === 0) return null;
  return (
    <section className="backstage" aria-label="Backstage talk">
      {isIn ? (
        <Talking company={company} onLeave={() => setIn(false)} />
      ) : (
        <button
          type="button"
          className="button is-small"
          onClick={() => {
            wishSound({ isOn: true });
            setIn(true);
          }}
        >
          <HeadphonesIcon size={15} aria-hidden="true" /> Join backstage talk
        </button>
      )}
    </section>
  );
}

function Talking({ company, onLeave }: { company: CompanyView; onLeave(): void }) {
  const { performance, ticket } = useCompany();
  // No stage sounds here: this world has no scene.
  const world = useMemo(() => new StageWorld(), []);
  const sound = useSound(world, null);
  const { talk, connection, talking } = useBackstage(performance, ticket, sound);
  const channel = useStore(talking);
  const isConnected = useStore(connection.isConnected);
  const [first] = talkChannels(company);
  useEffect(() => {
    if (first !== undefined && !talkChannels(company).includes(talk.channel.get())) talk.channel.set(first);
  }, [talk, company, first]);
  return (
    <>
      <p role="status">{isConnected ? `You hear ${ownChannels(company).map(channelName).join(", ")}.` : "Joining …"}</p>
      <p aria-label="Who talks">{channel === null ? "Nobody talks." : `${channelName(channel)}: somebody talks.`}</p>
      <div className="backstage-tools">
        <SoundControls player={sound} className="button is-small" />
        <button type="button" className="button is-small" onClick={onLeave}>
          Leave
        </button>
      </div>
      <TalkPanel talk={talk} company={company} onStage={false} />
    </>
  );
}

import { useCompany } from "../company/useCompany";
import { useHouse } from "../house/useHouse";
import { usePictures } from "../pictures/usePictures";
import { useHouseSounds } from "../sound/useHouseSounds";
import { useSound } from "../sound/useSound";
import { Coming } from "./calling/Coming";
import { GoBar } from "./calling/GoBar";
import { CompanyZone } from "./company/CompanyZone";
import { PlanContext } from "./company/useRoles";
import { Inspector } from "./cue/Inspector";
import { useConnected, useDirector, useSeen } from "./director/useDirector";
import { CueDialog } from "./editing/CueDialog";
import { EditTools } from "./editing/EditTools";
import { SceneContext } from "./looks/useStageScene";
import { Alerts } from "./masthead/Alerts";
import { Masthead } from "./masthead/Masthead";
import { RecordingBadge } from "./masthead/RecordingBadge";
import { useWakeLock } from "../shared/useWakeLock";
import { Monitor } from "./monitor/Monitor";
import { CueLight } from "./phone/CueLight";
import { RehearsalBar } from "./rehearse/RehearsalBar";
import { RunningCues } from "./running/RunningCues";
import { ShowSteps } from "./show/ShowSteps";
import { useProbe } from "./useProbe";
import { useRoom } from "./useRoom";
import { CentreView } from "./views/CentreView";
import { useView } from "./views/useView";
import { ViewTabs } from "./views/ViewTabs";

/** The console's zones. They stay where they are in every view; only the middle changes. */
export function Desk({ notice }: { notice: string | null }) {
  const director = useDirector();
  const house = useHouse(director.performance, director.ticket);
  const room = useRoom();
  const view = useView(director.performance);
  const isConnected = useConnected();
  const isRehearsal = useSeen((seen) => seen.isRehearsal);
  usePictures(director.performance, director.ticket, house.world);
  const sound = useSound(house.world, house.plan);
  useHouseSounds(house.world, sound);
  useProbe(director, house, sound, useCompany());
  useWakeLock(isConnected);
  return (
    <SceneContext value={house.world.scene}>
      <PlanContext value={house.plan}>
        <div className="console" data-connected={isConnected} data-mode={isRehearsal ? "rehearsal" : "live"} data-room={room}>
          <Masthead title={house.plan?.title ?? director.performance} />
          <div className="second-row">
            <ViewTabs performance={director.performance} current={view} />
            <RecordingBadge />
            <EditTools />
            <ShowSteps />
          </div>
          <div className="third-row">
            {isRehearsal === true && <RehearsalBar />}
            <Alerts notice={notice} />
          </div>
          <main className="desk" data-view={view}>
            {room === "wide" && <CompanyZone />}
            <CentreView view={view} />
            {room !== "phone" && (
              <div className="side">
                <Monitor house={house} sound={sound} />
                <RunningCues />
                <Inspector />
              </div>
            )}
          </main>
          {room === "phone" && <CueLight />}
          <Coming />
          <GoBar />
          <CueDialog />
        </div>
      </PlanContext>
    </SceneContext>
  );
}

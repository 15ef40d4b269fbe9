import { BookOpenIcon, MessagesSquareIcon, WebcamIcon } from "lucide-react";
import type { StagePlan, StageScene, TicketHolder } from "../contracts/contracts";
import { useStore } from "../shared/store";
import { SoundControls } from "../sound/SoundControls";
import type { SoundPlayer } from "../sound/SoundPlayer";
import { Tools } from "./bar/Tools";
import { usePanel } from "./bar/usePanel";
import { useViewerTools } from "./bar/useViewerTools";
import { ViewerSheets } from "./bar/ViewerSheets";
import { ChatPanel } from "./chat/ChatPanel";
import { Sheet } from "./panels/Sheet";
import { Programme } from "./Programme";
import { watchWish } from "./watchWish";

interface Props {
  performance: string;
  ticket: string | null;
  /** Whose ticket it is; null without one. */
  holder: TicketHolder | null;
  plan: StagePlan | null;
  scene: StageScene | null;
  sound: SoundPlayer;
}

/** The bar above the stage, and what it opens. */
export function Toolbar({ performance, ticket, holder, plan, scene, sound }: Props) {
  const { panel, open, close, press, opener } = usePanel();
  const viewer = useViewerTools(open);
  const programme = { id: "programme", label: "Programme", Icon: BookOpenIcon, isNamed: true, onPress: () => open("programme") };
  const chat = { id: "chat", label: "Chat", Icon: MessagesSquareIcon, onPress: () => open("chat") };
  const { pictures } = useStore(watchWish);
  const performers = {
    id: "pictures",
    label: "Pictures of performers",
    Icon: WebcamIcon,
    isOn: pictures,
    onPress: () => watchWish.wish({ pictures: !pictures }),
  };
  const hasPerformers = (scene?.performers.length ?? 0) > 0;
  return (
    <header className="watch-bar">
      <h1>{plan?.title ?? "VirtualStage"}</h1>
      <div className="tools">
        <SoundControls player={sound} />
        <Tools tools={[programme, chat, ...viewer, ...(hasPerformers ? [performers] : [])]} onPressed={press} />
      </div>
      {panel === "programme" && <Programme performance={performance} ticket={ticket} plan={plan} scene={scene} opener={opener} onClose={close} />}
      {panel === "chat" && (
        <Sheet title="Chat" opener={opener} onClose={close}>
          <ChatPanel performance={performance} ticket={ticket} holder={holder} />
        </Sheet>
      )}
      <ViewerSheets panel={panel} plan={plan} opener={opener} onClose={close} />
    </header>
  );
}

import { CaptionsIcon, MaximizeIcon, MessageSquareTextIcon, TagIcon, VideoIcon } from "lucide-react";
import { useStore } from "../../shared/store";
import { watchWish } from "../watchWish";
import type { Tool } from "./Tools";
import type { Panel } from "./usePanel";

/** What every page has that shows a stage to spectators: a performance or a recording. */
export function useViewerTools(open: (panel: Panel) => void): Tool[] {
  const { nameTags, inWords } = useStore(watchWish);
  return [
    { id: "view", label: "View", Icon: VideoIcon, onPress: () => open("view") },
    { id: "surtitles", label: "Surtitles", Icon: CaptionsIcon, onPress: () => open("surtitles") },
    { id: "tags", label: "Name tags", Icon: TagIcon, isOn: nameTags, onPress: () => watchWish.wish({ nameTags: !nameTags }) },
    { id: "words", label: "Scene in words", Icon: MessageSquareTextIcon, isOn: inWords, onPress: () => watchWish.wish({ inWords: !inWords }) },
    ...(document.fullscreenEnabled ? [{ id: "full", label: "Full screen", Icon: MaximizeIcon, onPress: () => void toggleFullScreen() }] : []),
  ];
}

const toggleFullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

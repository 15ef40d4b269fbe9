import { useMemo } from "react";
import { directorCamera } from "../../stage/camera/directorCamera";
import { FreeCamera } from "../../stage/camera/freeCamera";
import type { HouseCamera } from "../../stage/camera/houseCamera";
import { SeatCamera } from "../../stage/camera/seatCamera";
import { SpeakerCamera } from "../../stage/camera/speakerCamera";
import { useStore } from "../../shared/store";
import { viewWish } from "./viewWish";

/** The free camera of this page: it stays where it was left while another view is watched. */
export const freeCamera = new FreeCamera();

/** The camera that the person wishes to watch by. */
export function useHouseCamera(): HouseCamera {
  const { view, row, seat } = useStore(viewWish);
  return useMemo(() => {
    if (view === "seat") return new SeatCamera({ row, seat });
    if (view === "speaker") return new SpeakerCamera();
    return view === "free" ? freeCamera : directorCamera;
  }, [view, row, seat]);
}

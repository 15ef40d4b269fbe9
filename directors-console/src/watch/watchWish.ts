import { addressOption } from "../shared/addressOptions";
import { isTruth, KeptStore } from "../shared/keptStore";

/** What a person wants to have beside the stage; kept in the browser. */
export interface WatchWish {
  nameTags: boolean;
  inWords: boolean;
  /** Performers' pictures, which take more of a line than all the rest. */
  pictures: boolean;
}

export const watchWish = new KeptStore<WatchWish>(
  "virtualstage.watch",
  { nameTags: true, inWords: false, pictures: true },
  { nameTags: isTruth, inWords: isTruth, pictures: isTruth },
);

// An address may have the tags left out, for a broadcast; nothing is kept of that.
if (addressOption("names") === "off") watchWish.set({ ...watchWish.get(), nameTags: false });

import { Store } from "../../shared/store";
import type { Quality } from "../../stage/quality";

/** How much of the picture this device has time for. */
export const pictureQuality = new Store<Quality>("full");

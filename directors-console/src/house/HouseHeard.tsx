import { AudioLinesIcon } from "lucide-react";
import { useStore } from "../shared/store";
import type { HouseSide } from "../stage/houseSide";
import { moodInWords } from "./moodInWords";

/** What is heard of the house, in words for who does not hear it. There is nothing to be seen while it is quiet. */
export function HouseHeard({ house }: { house: HouseSide }) {
  const words = moodInWords(useStore(house.mood));
  return (
    <p className="house-heard" role="status" aria-label="The house" data-quiet={words === ""}>
      {words && (
        <>
          <AudioLinesIcon size={16} aria-hidden="true" /> {words}
        </>
      )}
    </p>
  );
}

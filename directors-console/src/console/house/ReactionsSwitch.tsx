import { Switch } from "radix-ui";
import { useId } from "react";
import { useDirector, useMay, usePending } from "../director/useDirector";

/** Whether the house is heard. */
export function ReactionsSwitch({ taken }: { taken: boolean }) {
  const director = useDirector();
  const may = useMay("call");
  const isPending = usePending("SetReactions");
  const id = useId();
  return (
    <p className="reactions-switch">
      <label htmlFor={id}>The house may react: applause, laughter</label>
      <Switch.Root
        id={id}
        className="switch"
        checked={taken}
        disabled={!may || isPending}
        onCheckedChange={(on) => director.press(on ? "Let the house react" : "Take no reactions", { type: "SetReactions", value: { taken: on } })}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </p>
  );
}

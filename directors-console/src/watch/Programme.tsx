import { BookOpenIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import type { Player, StagePlan } from "../contracts/contracts";
import { api } from "../shared/api";
import { useResource } from "../shared/useResource";

/** The programme: scenes and who plays whom. */
export function Programme({ performance, plan, players }: { performance: string; plan: StagePlan | null; players: readonly Player[] }) {
  const [open, setOpen] = useState(false);
  const playbill = useResource(open ? "playbill" : null, (signal) => api.playbill({ signal }));
  const entry = playbill.value?.performances.find((one) => one.id === performance);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <button type="button" className="tool with-text">
          <BookOpenIcon size={18} aria-hidden="true" /> <span>Programme</span>
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog programme" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{plan?.title ?? "Programme"}</Dialog.Title>
          {entry && entry.scenes.length > 0 && (
            <>
              <h3>Scenes</h3>
              <ol className="scenes">
                {entry.scenes.map((scene) => (
                  <li key={scene}>{scene}</li>
                ))}
              </ol>
            </>
          )}
          <h3>Cast</h3>
          <dl className="cast">
            {(plan?.roles ?? []).map((role) => (
              <div key={role.id}>
                <dt>
                  <span className="swatch" style={{ background: role.colour }} aria-hidden="true" />
                  {role.name}
                </dt>
                <dd>{playerOf(role.id, players)}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className="dialog-close" aria-label="Close the programme">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function playerOf(role: string, players: readonly Player[]): string {
  const player = players.find((one) => one.role === role);
  if (!player) return "not on stage";
  return player.isBot ? "understudy bot" : player.name;
}

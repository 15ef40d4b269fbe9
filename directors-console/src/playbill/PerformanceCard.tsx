import { ClapperboardIcon, DoorOpenIcon, ArmchairIcon } from "lucide-react";
import type { PlaybillEntry } from "../contracts/contracts";
import { showStateForAudience } from "../shared/words";

export function PerformanceCard({ entry, isNewest }: { entry: PlaybillEntry; isNewest: boolean }) {
  const id = encodeURIComponent(entry.id);
  return (
    <article className={isNewest ? "performance is-newest" : "performance"} aria-labelledby={`title-${entry.id}`}>
      <p className="state" data-open={entry.doorsOpen}>
        {showStateForAudience[entry.show]}
      </p>
      <h2 id={`title-${entry.id}`}>{entry.title}</h2>
      <nav className="doors" aria-label={`Doors of ${entry.title}`}>
        <a className="button is-primary" href={`/watch/${id}`}>
          <ArmchairIcon size={20} aria-hidden="true" /> {entry.doorsOpen ? "Watch" : "Wait at the doors"}
        </a>
        <a className="button" href={`/stage-door/${id}`}>
          <DoorOpenIcon size={18} aria-hidden="true" /> Stage door
        </a>
        <a className="button" href={`/console/${id}`}>
          <ClapperboardIcon size={18} aria-hidden="true" /> Director’s console
        </a>
      </nav>
      <div className="bill">
        <section aria-label="Scenes">
          <h3>Scenes</h3>
          <ol>
            {entry.scenes.map((scene) => (
              <li key={scene}>{scene}</li>
            ))}
          </ol>
        </section>
        <section aria-label="Persons of the play">
          <h3>Persons of the play</h3>
          <ul>
            {entry.roles.map((role) => (
              <li key={role.id}>
                <span className="swatch" style={{ background: role.colour }} aria-hidden="true" />
                {role.name}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </article>
  );
}

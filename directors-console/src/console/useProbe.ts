import { useEffect } from "react";
import type { Company } from "../company/Company";
import type { House } from "../house/useHouse";
import { exposeState } from "../shared/probe";
import type { SoundPlayer } from "../sound/SoundPlayer";
import { stageState } from "../stage/stageState";
import type { Director } from "./director/Director";
import { timesNow } from "./director/showTime";

/** Lets tests read what the console knows, next to what the stage shows. */
export function useProbe(director: Director, { world, connection, plan }: House, sound: SoundPlayer, company: Company): void {
  useEffect(
    () =>
      exposeState(() => ({
        page: "console",
        performance: director.performance,
        connected: director.connection.link.get() === "connected",
        connection: director.connection.link.get(),
        houseConnected: connection.status.get() === "connected",
        frame: connection.frame,
        ...stageState(world, plan),
        sound: sound.facts(),
        view: director.view,
        times: timesNow(director),
        report: director.desk.report.get(),
        company: company.view,
        companyReport: company.desk.report.get(),
      })),
    [director, world, connection, plan, sound, company],
  );
}

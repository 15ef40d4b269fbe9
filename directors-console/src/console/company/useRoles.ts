import { createContext, useContext } from "react";
import type { RoleInfo, StagePlan } from "../../contracts/contracts";

/** The stage's plan, for every part of the console; null until it was fetched. */
export const PlanContext = createContext<StagePlan | null>(null);

export const usePlan = (): StagePlan | null => useContext(PlanContext);

const none: readonly RoleInfo[] = [];

export const useRoles = (): readonly RoleInfo[] => usePlan()?.roles ?? none;

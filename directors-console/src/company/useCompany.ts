import { createContext, useContext, useEffect, useMemo } from "react";
import type { CompanyView } from "../contracts/contracts";
import { useSelect, useStore } from "../shared/store";
import { Company } from "./Company";

export const CompanyContext = createContext<Company | null>(null);

/** Follows the company for as long as the page shows it. */
export function useNewCompany(performance: string, ticket: string, scopes: readonly string[]): Company {
  const company = useMemo(() => new Company(performance, ticket, scopes), [performance, ticket, scopes]);
  useEffect(() => company.start(), [company]);
  return company;
}

export function useCompany(): Company {
  const company = useContext(CompanyContext);
  if (!company) throw new Error("a part of the company was drawn outside of it");
  return company;
}

/** The company as the server told it last; null before the first time. */
export const useCompanyView = (): CompanyView | null => useStore(useCompany().connection.seen);

export const useCompanyConnected = (): boolean => useSelect(useCompany().connection.link, (link) => link === "connected");

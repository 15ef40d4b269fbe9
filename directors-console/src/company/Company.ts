import type { CompanyView, ICompanyCommand, MemberView } from "../contracts/contracts";
import { CommandDesk, randomId } from "../shared/commandDesk";
import { commandLine } from "../shared/commandLine";
import { CompanyConnection } from "./companyConnection";

/** All that a page knows of the company in a performance, and the desk that sends. */
export class Company {
  readonly connection: CompanyConnection;
  readonly desk: CommandDesk<ICompanyCommand>;

  constructor(
    readonly performance: string,
    readonly ticket: string,
    readonly scopes: readonly string[],
  ) {
    this.connection = new CompanyConnection(performance, ticket);
    this.desk = new CommandDesk<ICompanyCommand>(commandLine(this.connection), undefined, randomId, (what) => what);
  }

  start(): () => void {
    this.connection.start();
    const endSeeing = this.connection.seen.subscribe(() => this.desk.see(this.view?.revision ?? 0));
    return () => {
      endSeeing();
      this.connection.stop();
    };
  }

  /** What the server told last. */
  get view(): CompanyView | null {
    return this.connection.seen.get();
  }

  /** True when one of the scopes is the ticket's; what people do for themselves needs none. */
  readonly may = (needs: readonly string[]): boolean => needs.length === 0 || needs.some((scope) => this.scopes.includes(scope));
}

export const memberOf = (view: CompanyView, person: string | null): MemberView | null => view.members.find((member) => member.person === person) ?? null;

/** Who somebody is, as they want to be called. */
export const nameOf = (view: CompanyView, person: string | null): string => (person === null ? "bot" : (memberOf(view, person)?.name ?? "somebody"));

export const roleNameOf = (view: CompanyView, role: string): string => view.roles.find((one) => one.role === role)?.name ?? role;

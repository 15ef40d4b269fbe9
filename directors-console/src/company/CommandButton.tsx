import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import type { ICompanyCommand } from "../contracts/contracts";
import { useSelect, useStore } from "../shared/store";
import { reportWords } from "../shared/reportWords";
import { useCompany, useCompanyConnected } from "./useCompany";

const anybody: readonly string[] = [];

interface Props {
  /** What is done, in words: the report's name, and what the button is called. */
  what: string;
  command: ICompanyCommand;
  /** Scopes of which one is enough; none for what people do for themselves. */
  needs?: readonly string[];
  /** Why it cannot be done now, for all that this page knows; null when it can. */
  unless?: string | null;
  /** What it does that is heavy: asked before it is done. */
  warning?: string | null;
  className?: string;
  children?: ReactNode;
}

/** A button that sends one command. Disabled with the reason; what became of its press stands on it. */
export function CommandButton({ what, command, needs = anybody, unless = null, warning = null, className = "button is-small", children }: Props) {
  const company = useCompany();
  const isConnected = useCompanyConnected();
  const isPending = useSelect(company.desk.pending, (pending) => pending.has(what));
  const reason = !company.may(needs) ? `Your ticket does not allow to ${needs.join(" or to ")}.` : !isConnected ? "There is no connection." : unless;
  const send = () => void company.desk.press(what, command);
  const shared = {
    type: "button" as const,
    className,
    disabled: reason !== null || isPending,
    title: reason ?? undefined,
  };
  // What is seen is short where the place says the rest; the name has all of it, the seen word among it.
  const label = (
    <>
      <span className="visually-hidden">{what}</span>
      <span className="seen" aria-hidden="true">
        {children ?? what}
        {warning && " …"}
        <ButtonPhase what={what} />
      </span>
    </>
  );
  if (!warning) {
    return (
      <button {...shared} onClick={send}>
        {label}
      </button>
    );
  }
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <button {...shared}>{label}</button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-overlay" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title className="dialog-title">{what}?</AlertDialog.Title>
          <AlertDialog.Description>{warning}</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="button">No</AlertDialog.Cancel>
            <AlertDialog.Action className="button is-primary" onClick={send}>
              {what}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** Where the last press of this button is; the report says the same aloud. */
function ButtonPhase({ what }: { what: string }) {
  const report = useStore(useCompany().desk.report);
  if (report?.what !== what) return null;
  return (
    <span className="phase" data-state={report.state}>
      {reportWords(report)}
    </span>
  );
}

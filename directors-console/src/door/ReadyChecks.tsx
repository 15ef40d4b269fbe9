import { CheckIcon, CircleDashedIcon, MinusIcon, OctagonXIcon, TriangleAlertIcon } from "lucide-react";
import { useState } from "react";
import { checkCamera, checkConnection, checkMicrophone, type Finding } from "../company/ready";
import { useCompany, useCompanyConnected } from "../company/useCompany";
import { checkName, readyName } from "../company/words";
import { ReadyCheck, ReadyState, type CompanyView } from "../contracts/contracts";

/** Connection, microphone and camera: each is looked at when it is pressed, and never before; the prompt corner sees the answer. */
export function ReadyChecks({ company }: { company: CompanyView }) {
  const { performance, desk, connection } = useCompany();
  const isConnected = useCompanyConnected();
  const [busy, setBusy] = useState<ReadyCheck | null>(null);
  const answers = company.members.find((member) => member.person === company.me)?.ready ?? [];
  const isAsked = company.readyAskedMs !== null && answers.length === 0;
  const answer = async (check: ReadyCheck, find: () => Promise<Finding>) => {
    setBusy(check);
    const { state, word } = await find();
    await desk.press(`${checkName[check]} ${readyName[state]}`, { type: "AnswerReady", value: { performance, check, state, word } });
    setBusy(null);
  };
  const checks: Record<ReadyCheck, () => Promise<Finding>> = {
    [ReadyCheck.Connection]: () => checkConnection(() => connection.roundTrip()),
    [ReadyCheck.Microphone]: checkMicrophone,
    [ReadyCheck.Camera]: checkCamera,
  };
  return (
    <section className="card" aria-labelledby="ready">
      <h2 id="ready">Are you ready?</h2>
      {isAsked && (
        <p role="status" className="asked">
          The prompt corner asks whether you are ready.
        </p>
      )}
      <ul className="ready-checks">
        {Object.values(ReadyCheck).map((check) => {
          const found = answers.find((one) => one.check === check) ?? null;
          const state = found?.state ?? ReadyState.Unknown;
          const Icon = icons[state];
          return (
            <li key={check}>
              <h3>{checkName[check]}</h3>
              <p role="status" data-ready={readyName[state]}>
                <Icon size={18} aria-hidden="true" /> {busy === check ? hints[check] : `${readyName[state]}${found?.word ? `: ${found.word}` : ""}`}
              </p>
              <div className="door-actions">
                <button type="button" className="button is-small" disabled={!isConnected || busy !== null} onClick={() => void answer(check, checks[check])}>
                  Check the {checkName[check].toLowerCase()}
                </button>
                {check !== ReadyCheck.Connection && (
                  <button type="button" className="button is-small" disabled={!isConnected || busy !== null} onClick={() => void answer(check, () => Promise.resolve({ state: ReadyState.NotUsed, word: "" }))}>
                    I use no {checkName[check].toLowerCase()}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const hints: Record<ReadyCheck, string> = {
  [ReadyCheck.Connection]: "measuring …",
  [ReadyCheck.Microphone]: "listening: say something …",
  [ReadyCheck.Camera]: "looking …",
};

const icons = {
  [ReadyState.Unknown]: CircleDashedIcon,
  [ReadyState.Ready]: CheckIcon,
  [ReadyState.Poor]: TriangleAlertIcon,
  [ReadyState.Failed]: OctagonXIcon,
  [ReadyState.NotUsed]: MinusIcon,
};

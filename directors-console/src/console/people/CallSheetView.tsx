import { CheckIcon, CircleDashedIcon, ClockAlertIcon, MinusIcon, OctagonXIcon, TriangleAlertIcon } from "lucide-react";
import { CommandButton } from "../../company/CommandButton";
import { nameOf, roleNameOf } from "../../company/Company";
import { ScrollFrame } from "../../company/ScrollFrame";
import { useCompany } from "../../company/useCompany";
import { attendanceName, callMeaning, callName, checkName, readyName, timeOfDay } from "../../company/words";
import { Attendance, CompanyCall, ReadyCheck, ReadyState, RecordingState, type CompanyView, type MemberView } from "../../contracts/contracts";
import { attendanceWords, isReady } from "./callSheet";
import { PeoplePanel } from "./PeoplePanel";

/** Who is there, who is ready, and the calls before the show. */
export function CallSheetView() {
  return (
    <PeoplePanel view="call-sheet" needs={["call"]}>
      {(company) => (
        <>
          <Recording company={company} />
          <Calls company={company} />
          <People company={company} />
        </>
      )}
    </PeoplePanel>
  );
}

/** Whether the performance is recorded, and its switch. */
function Recording({ company }: { company: CompanyView }) {
  const { performance } = useCompany();
  const { state } = company.recording;
  const isPaused = state === RecordingState.Paused;
  return (
    <section className="people-section" aria-labelledby="recording">
      <h3 id="recording">Recording</h3>
      <p role="status">{recordingWords[state]}</p>
      {state !== RecordingState.Off && (
        <CommandButton what={isPaused ? "Record again" : "Pause the recording"} command={{ type: "SwitchRecording", value: { performance, isOn: isPaused } }} needs={["call"]} />
      )}
    </section>
  );
}

const recordingWords: Record<RecordingState, string> = {
  [RecordingState.Off]: "This performance is not recorded.",
  [RecordingState.Ready]: "It will be recorded from when the doors open.",
  [RecordingState.On]: "It is being recorded. Who does not consent is in it as a silhouette, without name and voice.",
  [RecordingState.Paused]: "The recording is paused.",
  [RecordingState.Failing]: "It should be recorded and cannot be: see above. The show goes on.",
};

function Calls({ company }: { company: CompanyView }) {
  const { performance } = useCompany();
  return (
    <section className="people-section" aria-labelledby="calls">
      <h3 id="calls">Calls</h3>
      <ul className="call-buttons">
        {Object.values(CompanyCall).map((call) => {
          const given = company.calls.findLast((one) => one.call === call);
          return (
            <li key={call}>
              <CommandButton what={`Call ${callName[call].toLowerCase()}`} command={{ type: "GiveCall", value: { performance, call } }} needs={["call"]} className={given ? "button" : "button is-primary"} />
              <p className="faint">{given ? `given ${timeOfDay(given.atMs)} by ${nameOf(company, given.by)}, ${given.called.length} heard it` : callMeaning[call]}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function People({ company }: { company: CompanyView }) {
  const { performance } = useCompany();
  return (
    <section className="people-section" aria-labelledby="attendance">
      <div className="section-head">
        <h3 id="attendance">Attendance</h3>
        <p role="status">{attendanceWords(company.members)}</p>
        <CommandButton what="Ask whether all are ready" command={{ type: "AskReady", value: { performance } }} needs={["call"]} />
        {company.readyAskedMs !== null && (
          <p className="faint">
            asked {timeOfDay(company.readyAskedMs)}: {company.members.filter(isReady).length} of {company.members.length} answered that they are
          </p>
        )}
      </div>
      <ScrollFrame label="Attendance">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Tonight</th>
              <th scope="col">Attendance</th>
              {Object.values(ReadyCheck).map((check) => (
                <th key={check} scope="col">
                  {checkName[check]}
                </th>
              ))}
              <th scope="col">Mark as</th>
            </tr>
          </thead>
          <tbody>
            {company.members.map((member) => (
              <Person key={member.person} company={company} member={member} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}

function Person({ company, member }: { company: CompanyView; member: MemberView }) {
  const { performance } = useCompany();
  const tonight = company.roles.filter((role) => role.tonight === member.person).map((role) => roleNameOf(company, role.role));
  const AttendanceIcon = attendanceIcons[member.attendance];
  return (
    <tr>
      <th scope="row">
        {member.name}
        {member.person === company.me && <span className="faint"> (you)</span>}
      </th>
      <td>{tonight.join(", ")}</td>
      <td data-attendance={attendanceName[member.attendance]}>
        <AttendanceIcon size={15} aria-hidden="true" /> {attendanceName[member.attendance]}
        {member.signedInMs !== null && <span className="faint"> {timeOfDay(member.signedInMs)}</span>}
      </td>
      {Object.values(ReadyCheck).map((check) => (
        <ReadyCell key={check} answer={member.ready.find((one) => one.check === check) ?? null} />
      ))}
      <td>
        <div className="row-actions">
          {[Attendance.SignedIn, Attendance.Late, Attendance.Absent, Attendance.Expected]
            .filter((attendance) => attendance !== member.attendance)
            .map((attendance) => (
              <CommandButton key={attendance} what={`${member.name} is ${attendanceName[attendance]}`} command={{ type: "MarkAttendance", value: { performance, person: member.person, attendance } }} needs={["call"]}>
                {attendanceName[attendance]}
              </CommandButton>
            ))}
        </div>
      </td>
    </tr>
  );
}

function ReadyCell({ answer }: { answer: MemberView["ready"][number] | null }) {
  const state = answer?.state ?? ReadyState.Unknown;
  const Icon = readyIcons[state];
  return (
    <td data-ready={readyName[state]}>
      <Icon size={15} aria-hidden="true" /> {readyName[state]}
      {answer?.word && <span className="faint"> {answer.word}</span>}
    </td>
  );
}

const attendanceIcons = { [Attendance.Expected]: CircleDashedIcon, [Attendance.SignedIn]: CheckIcon, [Attendance.Late]: ClockAlertIcon, [Attendance.Absent]: OctagonXIcon };
const readyIcons = {
  [ReadyState.Unknown]: CircleDashedIcon,
  [ReadyState.Ready]: CheckIcon,
  [ReadyState.Poor]: TriangleAlertIcon,
  [ReadyState.Failed]: OctagonXIcon,
  [ReadyState.NotUsed]: MinusIcon,
};

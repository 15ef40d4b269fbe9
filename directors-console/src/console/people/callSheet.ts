import { attendanceName } from "../../company/words";
import { Attendance, ReadyState, type MemberView } from "../../contracts/contracts";

const order = [Attendance.SignedIn, Attendance.Late, Attendance.Expected, Attendance.Absent];

/** "3 signed in, 1 late, 2 expected". */
export function attendanceWords(members: readonly Pick<MemberView, "attendance">[]): string {
  const counts = order.map((attendance) => ({ attendance, count: members.filter((member) => member.attendance === attendance).length }));
  return (
    counts
      .filter(({ count }) => count > 0)
      .map(({ attendance, count }) => `${count} ${attendanceName[attendance]}`)
      .join(", ") || "nobody is in the company yet"
  );
}

/** True when somebody answered the ready check, and nothing failed. */
export const isReady = ({ ready }: Pick<MemberView, "ready">): boolean =>
  ready.some((answer) => answer.state === ReadyState.Ready || answer.state === ReadyState.Poor) && ready.every((answer) => answer.state !== ReadyState.Failed);

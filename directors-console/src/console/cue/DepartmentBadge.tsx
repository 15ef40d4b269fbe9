import { signOf } from "./departments";

/** A department's sign; what it says stands beside it, or in the label of what it is in. */
export function DepartmentBadge({ department }: { department: string }) {
  const { letters, shape } = signOf(department);
  return (
    <svg className="department" data-department={department} viewBox="0 0 34 20" width="34" height="20" aria-hidden="true">
      <path d={shape} />
      <text x="17" y="14.5" textAnchor="middle">
        {letters}
      </text>
    </svg>
  );
}

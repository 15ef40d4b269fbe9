import { DepartmentBadge } from "../cue/DepartmentBadge";
import { signOf } from "../cue/departments";
import { toggled, type CueFilter } from "./filter";

interface Props {
  lists: readonly string[];
  departments: readonly string[];
  filter: CueFilter;
  onChange(filter: CueFilter): void;
}

/** Narrows the list: by words, by list, by department. */
export function CueFilters({ lists, departments, filter, onChange }: Props) {
  return (
    <div className="cue-filters">
      <input type="search" aria-label="Find cues" placeholder="Find …" value={filter.text} maxLength={60} onChange={(event) => onChange({ ...filter, text: event.target.value })} />
      {lists.length > 1 && (
        <select aria-label="List" value={filter.list ?? ""} onChange={(event) => onChange({ ...filter, list: event.target.value || null })}>
          <option value="">All lists</option>
          {lists.map((list) => (
            <option key={list}>{list}</option>
          ))}
        </select>
      )}
      <div role="group" aria-label="Departments shown">
        {departments.map((department) => (
          <button
            key={department}
            type="button"
            className="button is-small is-icon"
            aria-pressed={!filter.without.has(department)}
            title={signOf(department).name}
            onClick={() => onChange({ ...filter, without: toggled(filter.without, department) })}
          >
            <DepartmentBadge department={department} />
            <span className="visually-hidden">{signOf(department).name}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

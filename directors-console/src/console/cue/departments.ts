/** How a department is told from the others: by two letters and a shape as well as by colour. */
export interface DepartmentSign {
  name: string;
  letters: string;
  /** SVG path in a box of 34 by 20. */
  shape: string;
}

const signs: Readonly<Record<string, DepartmentSign>> = {
  Lights: { name: "Lights", letters: "LX", shape: "M10 1h14a9 9 0 0 1 0 18H10a9 9 0 0 1 0-18z" },
  Sound: { name: "Sound", letters: "SD", shape: "M1 1h32v18H1z" },
  Scenery: { name: "Scenery", letters: "SC", shape: "M6 1h22l5 18H1z" },
  Blocking: { name: "Blocking", letters: "BL", shape: "M8 1h18l7 9-7 9H8l-7-9z" },
  Calls: { name: "Calls", letters: "CA", shape: "M1 1h25l7 9-7 9H1z" },
  Performers: { name: "Performers", letters: "PF", shape: "M5 1h24a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4z" },
  Messages: { name: "Messages", letters: "MS", shape: "M1 1h32l-5 18H6z" },
  StageManagement: { name: "Stage management", letters: "SM", shape: "M7 1h20l6 6v6l-6 6H7l-6-6V7z" },
};

export const departments: readonly string[] = Object.keys(signs);

/** The sign of a department; one that this page does not know has its first letters and no shape of its own. */
export const signOf = (department: string): DepartmentSign =>
  signs[department] ?? { name: department, letters: department.slice(0, 2).toUpperCase(), shape: "M1 1h32v18H1z" };

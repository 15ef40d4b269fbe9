import { EarIcon, ScissorsIcon, ShuffleIcon } from "lucide-react";
import { LineNoteKind } from "../../contracts/contracts";

/** A line note's kind as a shape; the word stands beside it. */
export function LineNoteSign({ kind }: { kind: LineNoteKind }) {
  const Icon = icons[kind];
  return <Icon size={14} aria-hidden="true" />;
}

const icons = { [LineNoteKind.Dropped]: ScissorsIcon, [LineNoteKind.Paraphrased]: ShuffleIcon, [LineNoteKind.CalledFor]: EarIcon };

import type { PromptBook } from "../contracts/contracts";
import { useStore } from "../shared/store";
import type { StageWorld } from "../stage/world";
import { promptNow } from "./promptNow";
import type { StageConnection } from "./stageConnection";

const levels: Record<number, string> = { 1: "first words", 2: "more of it", 3: "the whole line" };

/** The prompter's help, as large as can be: it is looked for in distress. */
export function PromptDisplay({ connection, world, book }: { connection: StageConnection; world: StageWorld; book: PromptBook | null }) {
  const scene = useStore(world.scene);
  const prompt = promptNow(useStore(connection.prompt), book, scene?.surtitle?.line ?? null);
  return (
    <div className="prompt" role="alert" aria-label="Prompt" data-level={prompt?.level ?? 0}>
      {prompt && (
        <>
          <p className="faint">Prompt: {levels[prompt.level] ?? ""}</p>
          <p className="words">{prompt.text}</p>
        </>
      )}
    </div>
  );
}

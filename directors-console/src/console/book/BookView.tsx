import { Switch } from "radix-ui";
import { useStore } from "../../shared/store";
import { useBook, useSeen } from "../director/useDirector";
import { BookRows } from "./BookRows";
import { follows } from "./follows";
import { PlaceLine } from "./PlaceLine";
import { PromptBar } from "./PromptBar";
import { SceneMenu } from "./SceneMenu";

/** The prompt book: the whole play, with its cues in the margin. */
export function BookView() {
  const book = useBook();
  const follow = useStore(follows);
  const currentLine = useSeen((view) => view.currentLine);
  return (
    <section className="panel script" aria-labelledby="script-heading">
      <div className="panel-head">
        <h2 id="script-heading">Prompt book</h2>
        <PlaceLine />
        <SceneMenu />
        <div className="switch-label">
          <label htmlFor="follow">Follow the current line</label>
          <Switch.Root id="follow" className="switch" checked={follow} onCheckedChange={(on) => follows.set(on)}>
            <Switch.Thumb className="switch-thumb" />
          </Switch.Root>
        </div>
      </div>
      <PromptBar />
      {book ? <BookRows book={book} currentLine={currentLine} /> : <p className="faint">Fetching the book …</p>}
    </section>
  );
}

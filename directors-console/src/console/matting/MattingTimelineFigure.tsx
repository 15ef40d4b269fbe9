import type { MattingTimeline } from "../../contracts/contracts";
import { pictureAddress, planWords } from "./matting";

/** A plan's timeline as a picture, and the same in a table. */
export function MattingTimelineFigure({ timeline }: { timeline: MattingTimeline }) {
  const { title, what } = planWords(timeline.name);
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>: {what}
      </figcaption>
      <img src={pictureAddress(timeline.svg)} alt={`${title}: ${timeline.frames.length} frames; the table below says when each begins and ends`} />
      <details>
        <summary>{title} as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Frame</th>
              <th scope="col">Performer</th>
              <th scope="col">Begins</th>
              <th scope="col">Ends</th>
              <th scope="col">On devices</th>
            </tr>
          </thead>
          <tbody>
            {timeline.frames.map((frame) => (
              <tr key={frame.frame}>
                <th scope="row">{frame.frame}</th>
                <td>{frame.performer}</td>
                <td>{frame.startMs} ms</td>
                <td>{frame.endMs} ms</td>
                <td>{frame.devices}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

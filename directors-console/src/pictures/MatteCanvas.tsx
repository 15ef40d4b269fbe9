import { useEffect, useEffectEvent, useRef } from "react";
import type { DecodedPicture } from "./decodePicture";
import { MattePainter, type Ground } from "./MattePainter";

interface Props {
  /** The newest picture, to be closed here; null when there is none since the last. */
  next(): DecodedPicture | null;
  ground: Ground;
  label: string;
  /** Beside it, how much of each pixel is performer. */
  matteLabel?: string;
}

/** A performer as they are cut out, live. */
export function MatteCanvas({ next, ground, label, matteLabel }: Props) {
  const person = useRef<HTMLCanvasElement>(null);
  const matte = useRef<HTMLCanvasElement>(null);
  const draw = useEffectEvent((painter: MattePainter, mattePainter: MattePainter | null) => {
    const picture = next();
    if (!picture) return;
    painter.paint(picture, ground);
    mattePainter?.paintMatte(picture);
    picture.close();
  });
  const hasMatte = matteLabel !== undefined;
  useEffect(() => {
    if (!person.current) return;
    const painter = new MattePainter(person.current);
    const mattePainter = hasMatte && matte.current ? new MattePainter(matte.current) : null;
    let handle = 0;
    const go = () => {
      draw(painter, mattePainter);
      handle = requestAnimationFrame(go);
    };
    go();
    return () => cancelAnimationFrame(handle);
  }, [hasMatte]);
  return (
    <>
      <canvas ref={person} className="matte-canvas" width={640} height={360} role="img" aria-label={label} />
      {hasMatte && <canvas ref={matte} className="matte-canvas" width={640} height={360} role="img" aria-label={matteLabel} />}
    </>
  );
}

import { useEffect } from "react";
import type { Talk } from "./Talk";

const key = "KeyV";

/** Talks while V is held, wherever the page's focus is but in a text field. */
export function useTalkKey(talk: Talk, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const release = () => talk.isHeld.set(false);
    const press = (event: KeyboardEvent) => {
      const isText = event.target instanceof Element && event.target.closest("input:not([type=range]), textarea, select, [contenteditable]") !== null;
      if (event.code !== key || isText || event.ctrlKey || event.altKey || event.metaKey) return;
      talk.isHeld.set(true);
    };
    const lift = (event: KeyboardEvent) => {
      if (event.code === key) release();
    };
    addEventListener("keydown", press);
    addEventListener("keyup", lift);
    addEventListener("blur", release);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("keyup", lift);
      removeEventListener("blur", release);
      release();
    };
  }, [talk, isOn]);
}

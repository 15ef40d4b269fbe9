import { useCallback, useRef, useState } from "react";

/** What can be opened beside the stage. */
export type Panel = "programme" | "view" | "surtitles" | "chat";

/** Which panel is open, and the button that opened it: the keyboard goes back there. */
export function usePanel() {
  const [panel, setPanel] = useState<Panel | null>(null);
  const button = useRef<HTMLElement | null>(null);
  const press = useCallback((pressed: HTMLElement | null) => {
    button.current = pressed;
  }, []);
  const opener = useCallback(() => button.current, []);
  return { panel, open: setPanel, close: () => setPanel(null), press, opener };
}

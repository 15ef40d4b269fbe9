/** What tests and curious people can read of a page, as `window.virtualStage.state()`. */
export interface VirtualStageProbe {
  state(): unknown;
}

declare global {
  interface Window {
    virtualStage?: VirtualStageProbe;
  }
}

export function exposeState(state: () => unknown): () => void {
  const probe: VirtualStageProbe = { state };
  window.virtualStage = probe;
  return () => {
    if (window.virtualStage === probe) delete window.virtualStage;
  };
}

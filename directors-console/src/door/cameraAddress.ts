const door = "stage-door";

/** True for the address of the stage door at which somebody plays by camera: `/stage-door/hamlet-1/camera`. */
export const isCameraAddress = (path: string): boolean => {
  const [, page, performance, place, ...more] = path.split("/");
  return page === door && performance !== "" && place === "camera" && more.length === 0;
};

/** The address of the stage door, or of playing by camera there. */
export const cameraAddress = (performance: string, byCamera: boolean): string => `/${door}/${encodeURIComponent(performance)}${byCamera ? "/camera" : ""}`;

import { MoonIcon } from "lucide-react";
import { useEffect, useState } from "react";

const dimKey = "virtualstage.dim";

/** As little light as can still be read, for a desk behind the set. */
export function DimSwitch() {
  const [dim, setDim] = useState(() => localStorage.getItem(dimKey) === "true");
  useEffect(() => {
    document.documentElement.dataset["dim"] = String(dim);
    localStorage.setItem(dimKey, String(dim));
  }, [dim]);
  return (
    <button type="button" className="button is-small is-icon" aria-pressed={dim} aria-label="Dim" title="Dim" onClick={() => setDim(!dim)}>
      <MoonIcon size={18} aria-hidden="true" fill={dim ? "currentColor" : "none"} />
    </button>
  );
}

import { CopyIcon } from "lucide-react";
import { useState } from "react";

/** The link to pass on. Whoever holds it is let in, so it is shown once. */
export function InviteLink({ link }: { link: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <label className="field">
        Link
        <input readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <p className="faint">Whoever opens this link is let in by it: send it to nobody else. It is not shown again.</p>
      <div className="dialog-actions">
        <span role="status">{copied ? "Copied." : ""}</span>
        <button type="button" className="button is-primary" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
          <CopyIcon size={18} aria-hidden="true" /> Copy the link
        </button>
      </div>
    </>
  );
}

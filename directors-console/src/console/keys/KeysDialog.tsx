import { KeyboardIcon, XIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, type KeyboardEvent } from "react";
import { useStore } from "../../shared/store";
import { defaultKeymap, keepKeymap, keyActionName, keyActions, keymap, keyName, keyOf, refusalOf, withKey, type KeyAction } from "./keymap";

/** Shows which key does what, and lets each action have another one. */
export function KeysDialog() {
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <button type="button" className="button is-small is-icon" aria-label="Keys" title="Keys">
          <KeyboardIcon size={18} aria-hidden="true" />
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">Keys</Dialog.Title>
          <Keys />
          <Dialog.Close className="dialog-close" aria-label="Close">
            <XIcon size={18} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Keys() {
  const keys = useStore(keymap);
  const [waiting, setWaiting] = useState<KeyAction | null>(null);
  const [told, setTold] = useState("They are kept in this browser. They rest while somebody writes in a field and while a dialog is open.");
  const take = (event: KeyboardEvent) => {
    if (!waiting || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = keyOf(event);
    const refusal = refusalOf(keys, waiting, key);
    if (!refusal) keepKeymap(withKey(keys, waiting, key));
    setTold(refusal ?? `${keyActionName[waiting]}: ${keyName(key)}.`);
    setWaiting(null);
  };
  return (
    // The key that is pressed next is the new one, Escape and Space as well: it is caught before the dialog sees it.
    <div className="keys" onKeyDownCapture={take}>
      <p role="status">{waiting ? `Press the key for “${keyActionName[waiting]}”.` : told}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Does</th>
            <th scope="col">Key</th>
            <th scope="col">
              <span className="visually-hidden">Another one</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keyActions.map((action) => (
            <tr key={action}>
              <th scope="row">{keyActionName[action]}</th>
              <td>
                {keys[action].map((key) => (
                  <kbd key={key}>{keyName(key)}</kbd>
                ))}
              </td>
              <td>
                <button type="button" className="button is-small" aria-pressed={waiting === action} aria-label={`Change the key for ${keyActionName[action]}`} onClick={() => setWaiting(waiting === action ? null : action)}>
                  {waiting === action ? "Press a key …" : "Change"}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            keepKeymap(defaultKeymap);
            setTold("The usual keys are back.");
          }}
        >
          The usual keys
        </button>
      </div>
    </div>
  );
}

import { MenuIcon, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useRef } from "react";
import { useMatches } from "../../shared/useMatches";

/** Something that the bar offers: a press of it does something, or it is on or off. */
export interface Tool {
  id: string;
  label: string;
  Icon: LucideIcon;
  /** For what is on or off. */
  isOn?: boolean;
  /** It has its name beside its sign where there is room. */
  isNamed?: boolean;
  onPress(): void;
}

interface Props {
  tools: readonly Tool[];
  /** Told which button was pressed: the keyboard goes back there when what it opened closes. */
  onPressed(button: HTMLElement | null): void;
}

/** Where all of it does not fit side by side. */
const narrow = "(width < 760px), (height < 480px)";

/** The tools side by side, or in a menu where there is no room. */
export function Tools({ tools, onPressed }: Props) {
  return useMatches(narrow) ? <ToolMenu tools={tools} onPressed={onPressed} /> : tools.map((tool) => <ToolButton key={tool.id} tool={tool} onPressed={onPressed} />);
}

function ToolButton({ tool: { label, Icon, isOn, isNamed, onPress }, onPressed }: { tool: Tool; onPressed: Props["onPressed"] }) {
  return (
    <button
      type="button"
      className={isNamed ? "tool with-text" : "tool"}
      aria-pressed={isOn}
      aria-label={isNamed ? undefined : label}
      title={isNamed ? undefined : label}
      onClick={(event) => {
        onPressed(event.currentTarget);
        onPress();
      }}
    >
      <Icon size={18} aria-hidden="true" /> {isNamed && <span>{label}</span>}
    </button>
  );
}

function ToolMenu({ tools, onPressed }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  const choose = (tool: Tool) => {
    onPressed(button.current);
    opened.current = tool.isOn === undefined;
    tool.onPress();
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button ref={button} type="button" className="tool" aria-label="Menu" title="Menu">
          <MenuIcon size={18} aria-hidden="true" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="watch-menu"
          sideOffset={6}
          collisionPadding={8}
          // What was opened by it has the keyboard now.
          onCloseAutoFocus={(event) => {
            if (opened.current) event.preventDefault();
            opened.current = false;
          }}
        >
          {tools.map((tool) => (
            <ToolItem key={tool.id} tool={tool} onChoose={() => choose(tool)} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function ToolItem({ tool: { label, Icon, isOn }, onChoose }: { tool: Tool; onChoose(): void }) {
  const inside = (
    <>
      <Icon size={18} aria-hidden="true" /> <span>{label}</span>
    </>
  );
  if (isOn === undefined) {
    return (
      <DropdownMenu.Item className="watch-menu-item" onSelect={onChoose}>
        {inside}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.CheckboxItem className="watch-menu-item" checked={isOn} onCheckedChange={onChoose}>
      {inside}
      <DropdownMenu.ItemIndicator className="watch-menu-on">on</DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

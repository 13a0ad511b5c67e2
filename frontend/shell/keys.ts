// Keys of pages: an element with data-key="n", "/" or "Ctrl+Enter" is pressed, or focused when it is a field.
// Keys without Ctrl do nothing while somebody types; while a dialog is open, only its own keys count.

const FIELDS = 'vaadin-text-field, vaadin-combo-box, vaadin-text-area, input';

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

function find(name: string): HTMLElement | undefined {
  const dialogs = document.querySelectorAll('vaadin-dialog[opened], vaadin-confirm-dialog[opened]');
  const scope = [...dialogs].at(-1) ?? document;
  const all = [...scope.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(name)}"]`)];
  return all.findLast((element) => element.checkVisibility() && !element.hasAttribute('disabled'));
}

function press(element: HTMLElement): void {
  if (element.matches(FIELDS)) {
    element.focus();
    return;
  }
  // A field tells its value when it is left; what is pressed must see that value.
  const active = document.activeElement;
  if (active instanceof HTMLElement && active !== document.body) {
    active.blur();
    active.focus();
  }
  element.click();
}

window.addEventListener('keydown', (event) => {
  if (event.altKey || event.defaultPrevented || event.isComposing) {
    return;
  }
  const name = nameOf(event);
  if (!name.startsWith('Ctrl+') && isTyping(event)) {
    return;
  }
  const element = find(name);
  if (element) {
    event.preventDefault();
    press(element);
  }
});

import { PATH_TYPE } from '../palette-drag';

// What the designer needs of the browser itself: its keys, the height of the run panel, and fields that are dragged onto inputs.

const HEIGHT_KEY = 'patchbay.run-panel';
const LEAST = 120;
const USUAL = 224;
const FOLDED = 37;

/** The path that is being dragged; a browser shows it to drop targets only when it is dropped. */
let dragged = '';

window.addEventListener('dragstart', (event) => {
  dragged = event.dataTransfer?.getData(PATH_TYPE) ?? '';
});
window.addEventListener('dragend', () => {
  dragged = '';
});

const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
};

/** Undo, redo and publish, wherever the focus is but in a field. */
const designer = (view: HTMLElement): void => {
  if (view.dataset['keys'] === 'on') {
    return;
  }
  view.dataset['keys'] = 'on';
  const listen = (event: KeyboardEvent): void => {
    if (!view.isConnected) {
      window.removeEventListener('keydown', listen);
      return;
    }
    const dialog = document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]');
    if (event.defaultPrevented || event.altKey || isTyping(event) || dialog !== null) {
      return;
    }
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    const tell = (detail: string): void => {
      event.preventDefault();
      view.dispatchEvent(new CustomEvent('designer-key', { detail }));
    };
    if (control && key === 'z') {
      tell(event.shiftKey ? 'redo' : 'undo');
    } else if (control && key === 'y') {
      tell('redo');
    } else if (!control && event.shiftKey && key === 'p') {
      event.preventDefault();
      view.querySelector<HTMLElement>('[data-designer-key="Shift+P"]')?.click();
    } else if (event.key === 'F6') {
      event.preventDefault();
      nextPanel(view, event.shiftKey ? -1 : 1);
    }
  };
  window.addEventListener('keydown', listen);
};

const PANELS = [
  '.pb-palette input',
  'flow-canvas .react-flow__node, flow-canvas .react-flow',
  '.pb-dz-inspector input',
  '.pb-dz-run button',
];

const nextPanel = (view: HTMLElement, by: number): void => {
  const roots = ['.pb-palette', 'flow-canvas', '.pb-dz-inspector', '.pb-dz-run'];
  const now = roots.findIndex((root) => view.querySelector(root)?.contains(document.activeElement) === true);
  const next = (now + by + roots.length) % roots.length;
  view.querySelector<HTMLElement>(PANELS[next] ?? '')?.focus();
};

/** Lets the panel be drawn higher and lower, or folded; keeps that in the browser. */
const runPanel = (panel: HTMLElement): void => {
  const handle = panel.querySelector<HTMLElement>('.pb-dz-run-handle');
  const fold = panel.querySelector<HTMLElement>('.pb-dz-run-fold');
  if (handle === null || fold === null || panel.dataset['ready'] === 'on') {
    return;
  }
  panel.dataset['ready'] = 'on';
  const kept = Number(localStorage.getItem(HEIGHT_KEY) ?? String(USUAL));
  let height = Math.abs(kept) >= LEAST ? Math.abs(kept) : USUAL;
  let folded = kept < 0;

  const show = (): void => {
    panel.style.height = `${String(folded ? FOLDED : height)}px`;
    panel.classList.toggle('folded', folded);
    localStorage.setItem(HEIGHT_KEY, String(folded ? -height : height));
  };
  const set = (wanted: number): void => {
    height = Math.max(LEAST, Math.min(wanted, window.innerHeight * 0.7));
    folded = false;
    show();
  };
  handle.addEventListener('pointerdown', (start) => {
    const from = panel.getBoundingClientRect().height;
    handle.setPointerCapture(start.pointerId);
    const move = (event: PointerEvent): void => {
      set(from + start.clientY - event.clientY);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'pointerup',
      () => {
        handle.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  });
  handle.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowUp' ? 20 : event.key === 'ArrowDown' ? -20 : 0;
    if (step !== 0) {
      event.preventDefault();
      set(height + step);
    }
  });
  fold.addEventListener('click', () => {
    folded = !folded;
    show();
  });
  show();
};

/** Lets fields of the run panel be dropped on an input; `path-dropped` tells the path. */
const dropTarget = (input: HTMLElement): void => {
  if (input.dataset['drop'] === 'on') {
    return;
  }
  input.dataset['drop'] = 'on';
  const over = (event: DragEvent): boolean => event.dataTransfer?.types.includes(PATH_TYPE) === true;
  input.addEventListener('dragover', (event) => {
    if (over(event)) {
      event.preventDefault();
      const code = (event.target as Element | null)?.closest('code-editor') ?? null;
      input.classList.toggle('dropping', code === null);
      input.querySelector<HTMLElement>('.pb-dz-field')?.setAttribute('data-drop', `↓ Drop to use ${lastPart(dragged)}`);
    }
  });
  input.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && input.contains(event.relatedTarget))) {
      input.classList.remove('dropping');
    }
  });
  input.addEventListener(
    'drop',
    (event) => {
      input.classList.remove('dropping');
      const path = event.dataTransfer?.getData(PATH_TYPE) ?? '';
      const code = (event.target as Element | null)?.closest('code-editor') ?? null;
      // Text that is there keeps: a code editor takes the path in at the caret.
      const keeps = code instanceof HTMLElement && (code as HTMLElement & { value: string }).value !== '';
      if (path !== '' && !keeps) {
        event.preventDefault();
        event.stopPropagation();
        input.dispatchEvent(new CustomEvent('path-dropped', { detail: path }));
      }
    },
    { capture: true },
  );
};

const lastPart = (path: string): string => /[^.]+$/.exec(path)?.[0] ?? path;

declare global {
  // Merging with the browser's own type needs an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    patchbayDesigner?: typeof designer;
    patchbayRunPanel?: typeof runPanel;
    patchbayDropTarget?: typeof dropTarget;
  }
}

window.patchbayDesigner = designer;
window.patchbayRunPanel = runPanel;
window.patchbayDropTarget = dropTarget;

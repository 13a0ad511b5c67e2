/** What the canvas asks of Java. Every intent is a CustomEvent of this name whose detail is this value; never the whole graph. */
export type Intents = {
  'step-dropped': { payload: string; x: number; y: number; linkId: string | null; stepId: string | null };
  'steps-moved': { moves: readonly Move[] };
  'link-drawn': { from: string; fromPort: string; to: string; toPort: string };
  'steps-deleted': { ids: readonly string[]; linkIds: readonly string[] };
  'selection-changed': { ids: readonly string[]; linkIds: readonly string[] };
  'step-opened': { id: string };
  'step-renamed': { id: string; name: string };
  'note-edited': { id: string; text: string };
  'box-resized': { id: string; x: number; y: number; width: number; height: number };
  'copy-requested': { ids: readonly string[]; cut: boolean };
  pasted: { text: string; x: number; y: number };
  'duplicate-requested': { ids: readonly string[] };
  'add-step-requested': AddStepRequest;
  'note-requested': { x: number; y: number };
  'undo-requested': Record<string, never>;
  'redo-requested': Record<string, never>;
  'layout-requested': Record<string, never>;
  'run-requested': Record<string, never>;
  'save-requested': Record<string, never>;
  'keys-requested': Record<string, never>;
};

export type Move = { id: string; x: number; y: number };

/** A step is wanted here: after a port, within a link, or anywhere. Client coordinates say where a menu would open. */
export type AddStepRequest = {
  x: number;
  y: number;
  clientX: number;
  clientY: number;
  from: string | null;
  fromPort: string | null;
  linkId: string | null;
};

export type Emit = <K extends keyof Intents>(intent: K, detail: Intents[K]) => void;

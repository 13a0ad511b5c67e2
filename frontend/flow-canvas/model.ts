/**
 * The view model that Java sends; mirror of the records in io.patchbay.ui.designer. Java holds the truth: the canvas shows it, moves things
 * optimistically and reports intents. Both sides read src/test/resources/canvas/*.json in their tests.
 */

export type Direction = 'down' | 'right';

export type CanvasFlow = {
  readonly flowId: string;
  readonly revision: number;
  readonly direction: Direction;
  readonly nodes: readonly CanvasNode[];
  readonly links: readonly CanvasLink[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

type Placed = { readonly id: string; readonly x: number; readonly y: number };

/** What starts the flow. */
export type TriggerData = Placed & {
  readonly type: 'trigger';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
  readonly verb: string | null;
};

/** A call of a method of an API. */
export type CallData = Placed & {
  readonly type: 'call';
  readonly name: string;
  readonly verb: string;
  readonly method: string;
  readonly apiName: string;
  readonly monogram: string;
  readonly tone: number;
  /** customizations from API, method and flow together */
  readonly customizations: number;
  readonly pinned: boolean;
};

/** Every other step; `branches` are its ports in place of `next`, empty for a step where the path ends. */
export type LogicData = Placed & {
  readonly type: 'logic';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
  readonly branches: readonly string[];
  readonly errorPort: boolean;
  readonly pinned: boolean;
};

/** A node that changes how calls are made. */
export type CustomizationData = Placed & {
  readonly type: 'customization';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
};

/** A sticky note. */
export type NoteData = Placed & {
  readonly type: 'note';
  readonly text: string;
  readonly width: number;
  readonly height: number;
};

export type CanvasNode = TriggerData | CallData | LogicData | CustomizationData | NoteData;

export type CanvasLink = {
  readonly id: string;
  readonly from: string;
  readonly fromPort: string;
  readonly to: string;
  readonly toPort: string;
};

export type Problem = { readonly stepId: string; readonly severity: 'error' | 'warning'; readonly message: string };

export type StepStateName =
  'queued' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'skipped' | 'cancelled' | 'inDoubt';

export type StepState = {
  readonly stepId: string;
  readonly state: StepStateName;
  readonly durationMs: number | null;
  readonly status: number | null;
  readonly attempts: number;
  readonly summary: string | null;
};

/** One run laid over the flow; null when none is shown. */
export type CanvasRun = {
  readonly steps: readonly StepState[];
  readonly takenLinks: readonly string[];
  readonly over: boolean;
};

export const NODE_WIDTH = 204;
export const NODE_HEIGHT = 52;
export const CUSTOMIZATION_WIDTH = 156;
export const CUSTOMIZATION_HEIGHT = 40;

/** The ports where a node's links begin. */
export const outPorts = (node: CanvasNode): readonly string[] => {
  switch (node.type) {
    case 'trigger':
      return ['next'];
    case 'call':
      return ['next', 'error'];
    case 'logic':
      return node.errorPort ? [...node.branches, 'error'] : node.branches;
    case 'customization':
      return ['customize'];
    case 'note':
      return [];
  }
};

/** The ports where links may end. */
export const inPorts = (node: CanvasNode): readonly string[] => {
  switch (node.type) {
    case 'call':
      return ['in', 'customize'];
    case 'logic':
      return ['in'];
    case 'trigger':
    case 'customization':
    case 'note':
      return [];
  }
};

export const sizeOf = (node: CanvasNode): { width: number; height: number } => {
  switch (node.type) {
    case 'note':
      return { width: node.width, height: node.height };
    case 'customization':
      return { width: CUSTOMIZATION_WIDTH, height: CUSTOMIZATION_HEIGHT };
    case 'trigger':
    case 'call':
    case 'logic':
      return { width: NODE_WIDTH, height: NODE_HEIGHT };
  }
};

export const nameOf = (node: CanvasNode): string => (node.type === 'note' ? node.text : node.name);

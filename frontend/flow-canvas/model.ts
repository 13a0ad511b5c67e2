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

/** Places are those on the whole canvas, also within a container. */
type Placed = { readonly id: string; readonly x: number; readonly y: number };

/** `parent` is the container that a step is in. */
type Inside = Placed & { readonly parent: string | null };

/** What starts the flow. */
export type TriggerData = Placed & {
  readonly type: 'trigger';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
  readonly verb: string | null;
};

/** A call of a method of an API. */
export type CallData = Inside & {
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
export type LogicData = Inside & {
  readonly type: 'logic';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
  readonly branches: readonly string[];
  readonly errorPort: boolean;
  readonly pinned: boolean;
};

/** A step with steps inside: a loop, or what is tried. */
export type ContainerData = Inside & {
  readonly type: 'container';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
  /** how it runs what is inside, in a few words */
  readonly limits: string;
  readonly branches: readonly string[];
  readonly pinned: boolean;
  readonly members: number;
  readonly width: number;
  readonly height: number;
};

/** A node that changes how calls are made. */
export type CustomizationData = Inside & {
  readonly type: 'customization';
  readonly kind: string;
  readonly name: string;
  readonly summary: string;
};

/** A sticky note. */
export type NoteData = Inside & {
  readonly type: 'note';
  readonly text: string;
  readonly width: number;
  readonly height: number;
};

export type CanvasNode = TriggerData | CallData | LogicData | ContainerData | CustomizationData | NoteData;

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
/** Room for the label of a branch; a step with many branches is wider. */
export const BRANCH_WIDTH = 60;
/** The line at the top of a container that names it. */
export const HEAD_HEIGHT = 30;
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
    case 'container':
      return [...node.branches, 'error'];
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
    case 'container':
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
    case 'container':
      return { width: node.width, height: node.height };
    case 'customization':
      return { width: CUSTOMIZATION_WIDTH, height: CUSTOMIZATION_HEIGHT };
    case 'logic':
      return { width: Math.max(NODE_WIDTH, node.branches.length * BRANCH_WIDTH), height: NODE_HEIGHT };
    case 'trigger':
    case 'call':
      return { width: NODE_WIDTH, height: NODE_HEIGHT };
  }
};

export const nameOf = (node: CanvasNode): string => (node.type === 'note' ? node.text : node.name);

/** The container that a node is in; a trigger is in none. */
export const parentOf = (node: CanvasNode): string | null => (node.type === 'trigger' ? null : node.parent);

/** Whether a node is inside of a container, at any depth. */
export const isInside = (nodes: ReadonlyMap<string, CanvasNode>, id: string, container: string): boolean => {
  const seen = new Set<string>();
  for (let up = nodes.get(id); up !== undefined && !seen.has(up.id);) {
    seen.add(up.id);
    const parent = parentOf(up);
    if (parent === container) {
      return true;
    }
    up = parent === null ? undefined : nodes.get(parent);
  }
  return false;
};

/** How many containers a node is in. */
export const depthOf = (nodes: ReadonlyMap<string, CanvasNode>, node: CanvasNode): number => {
  let depth = 0;
  for (let parent = parentOf(node); parent !== null && depth < 50; depth++) {
    const up = nodes.get(parent);
    parent = up === undefined ? null : parentOf(up);
  }
  return depth;
};

/** The innermost container at a point, but for one that is dragged and what is inside of it; Java puts the step there. */
export const containerAt = (flow: CanvasFlow, x: number, y: number, but: readonly string[] = []): string | null => {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const found = flow.nodes
    .filter((node) => node.type === 'container')
    .filter((node) => !but.some((id) => id === node.id || isInside(nodes, node.id, id)))
    .filter((node) => x >= node.x && x <= node.x + node.width && y >= node.y && y <= node.y + node.height)
    .map((node) => ({ id: node.id, depth: depthOf(nodes, node) }))
    .sort((a, b) => b.depth - a.depth);
  return found[0]?.id ?? null;
};

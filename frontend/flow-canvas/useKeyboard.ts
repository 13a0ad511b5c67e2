import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { useCallback } from 'react';
import { useCanvasContext } from './context';
import type { Move } from './intents';
import type { CanvasFlow } from './model';
import type { Tool } from './panels/Tools';
import type { Ends } from './rules';
import { mainPort, possibleTargets, targetPort } from './rules';
import type { GraphEdge, GraphNode } from './toGraph';
import { absolute } from './toGraph';
import type { Arrow } from './walk';
import { walk } from './walk';

type Scene = {
  readonly flow: CanvasFlow;
  readonly readOnly: boolean;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly select: (ids: ReadonlySet<string>) => void;
  readonly move: (moves: readonly Move[]) => void;
  readonly remove: (ids: ReadonlySet<string>, linkIds: ReadonlySet<string>) => void;
  readonly draw: (ends: Ends) => boolean;
  readonly setTool: (tool: Tool) => void;
  readonly centre: () => { x: number; y: number };
};

const NUDGE = 10;

/** The keys of the canvas; `?` lists them. Keys of fields within the canvas do not come here. */
export const useKeyboard = (scene: Scene) => {
  const { store, emit } = useCanvasContext();
  const graph = useReactFlow();

  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { flow, readOnly, nodes, edges, select, move, remove, draw, setTool, centre } = scene;
      if (isField(event.target)) {
        return;
      }
      const ids = nodes.filter((node) => node.selected === true).map((node) => node.id);
      const linkIds = edges.filter((edge) => edge.selected === true).map((edge) => edge.id);
      const focused = event.target instanceof Element ? nodeAt(event.target) : null;
      const current = focused ?? ids[0] ?? null;

      const go = (arrow: Arrow): void => {
        if (event.shiftKey && ids.length > 0 && !readOnly) {
          const by = NUDGES[arrow];
          const moves = nodes
            .filter((node) => node.selected === true && !ids.includes(node.parentId ?? ''))
            .map((node) => {
              const at = absolute(nodes, node);
              return { id: node.id, x: at.x + by.x * NUDGE, y: at.y + by.y * NUDGE };
            });
          move(moves);
          emit('steps-moved', { moves });
          return;
        }
        const next = current === null ? flow.nodes[0]?.id : walk(flow, current, arrow);
        if (next != null) {
          if (store.connecting === null) {
            select(new Set([next]));
          }
          event.currentTarget.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)?.focus();
        }
      };

      const startLink = (): void => {
        const node = flow.nodes.find((one) => one.id === current);
        const port = node === undefined ? undefined : mainPort(node);
        if (node !== undefined && port !== undefined) {
          store.setConnecting({
            from: node.id,
            fromPort: port,
            possible: possibleTargets(flow, node.id, port),
            byKey: true,
          });
        }
      };

      const enter = (): void => {
        const connecting = store.connecting;
        if (connecting?.byKey === true && current !== null) {
          draw({
            from: connecting.from,
            fromPort: connecting.fromPort,
            to: current,
            toPort: targetPort(connecting.fromPort),
          });
          store.setConnecting(null);
        } else if (current !== null) {
          select(new Set([current]));
          if (flow.nodes.some((node) => node.id === current && node.type === 'note') && !readOnly) {
            store.setEditing(current);
          } else {
            emit('step-opened', { id: current });
          }
        }
      };

      const edit: Readonly<Record<string, () => void>> = readOnly
        ? {}
        : {
            Delete: () => {
              if (ids.length > 0 || linkIds.length > 0) {
                remove(new Set(ids), new Set(linkIds));
                emit('steps-deleted', { ids, linkIds });
              }
            },
            Backspace: () => edit['Delete']?.(),
            F2: () => {
              store.setEditing(current);
            },
            l: startLink,
            'Shift+S': () => {
              emit('note-requested', centre());
            },
            'Shift+A': () => {
              emit('layout-requested', {});
            },
            'Ctrl+z': () => {
              emit('undo-requested', {});
            },
            'Ctrl+Shift+Z': () => {
              emit('redo-requested', {});
            },
            'Ctrl+y': () => {
              emit('redo-requested', {});
            },
            'Ctrl+x': () => {
              if (ids.length > 0) {
                emit('copy-requested', { ids, cut: true });
              }
            },
            'Ctrl+d': () => {
              if (ids.length > 0) {
                emit('duplicate-requested', { ids });
              }
            },
            'Ctrl+Enter': () => {
              emit('run-requested', {});
            },
            'Ctrl+s': () => {
              emit('save-requested', {});
            },
          };

      const look: Readonly<Record<string, () => void>> = {
        ArrowUp: () => {
          go('ArrowUp');
        },
        ArrowDown: () => {
          go('ArrowDown');
        },
        ArrowLeft: () => {
          go('ArrowLeft');
        },
        ArrowRight: () => {
          go('ArrowRight');
        },
        Enter: enter,
        Escape: () => {
          if (store.connecting === null) {
            select(new Set());
          }
          store.setConnecting(null);
        },
        v: () => {
          setTool('select');
        },
        h: () => {
          setTool('pan');
        },
        'Ctrl+a': () => {
          select(new Set(nodes.map((node) => node.id)));
        },
        'Ctrl+c': () => {
          if (ids.length > 0) {
            emit('copy-requested', { ids, cut: false });
          }
        },
        '+': () => void graph.zoomIn({ duration: 160 }),
        '=': () => void graph.zoomIn({ duration: 160 }),
        '-': () => void graph.zoomOut({ duration: 160 }),
        '0': () => void graph.zoomTo(1, { duration: 160 }),
        '1': () => void graph.fitView({ duration: 240, padding: 0.12, maxZoom: 1 }),
        '?': () => {
          emit('keys-requested', {});
        },
      };

      const key = keyOf(event);
      const action = edit[key] ?? look[key] ?? look[event.key.startsWith('Arrow') ? event.key : ''];
      if (action !== undefined && !(event.key === 'Enter' && event.target instanceof HTMLButtonElement)) {
        event.preventDefault();
        event.stopPropagation();
        action();
      }
    },
    [scene, store, emit, graph],
  );
};

const NUDGES: Readonly<Record<Arrow, { x: number; y: number }>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** `Ctrl+Shift+Z`, `Shift+S`, `l`, `?`: letters with their case, shift named for letters only. */
export const keyOf = (event: { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): string => {
  const letter = /^[a-z]$/i.test(event.key);
  return [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.shiftKey && letter ? ['Shift'] : []),
    letter ? (event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()) : event.key,
  ].join('+');
};

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const nodeAt = (target: Element): string | null =>
  target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null;

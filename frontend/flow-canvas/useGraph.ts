import type { EdgeChange, NodeChange } from '@xyflow/react';
import { applyEdgeChanges, applyNodeChanges } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Move } from './intents';
import type { CanvasFlow } from './model';
import type { Graph, GraphEdge, GraphNode } from './toGraph';
import { absolute, toGraph } from './toGraph';

/** How long a move that Java has not yet answered wins over what Java sends. */
const TRUST_MS = 2000;

/**
 * The nodes and edges on the screen: what Java sent last, with what the user is doing right now laid over it (positions while dragging,
 * selection, a link just drawn, a step just deleted).
 */
export const useGraph = (flow: CanvasFlow, readOnly: boolean) => {
  const [shown, setShown] = useState<Graph>(() => toGraph(flow, readOnly));
  const loaded = useRef<Graph>(shown);
  const moved = useRef(new Map<string, Move & { at: number }>());

  useEffect(() => {
    const graph = toGraph(flow, readOnly, loaded.current);
    loaded.current = graph;
    setShown((now) => merge(graph, now, moved.current));
  }, [flow, readOnly]);

  const onNodesChange = useCallback((changes: NodeChange<GraphNode>[]) => {
    const wanted = changes.filter((change) => change.type !== 'remove');
    setShown((now) => ({ ...now, nodes: applyNodeChanges(wanted, now.nodes) }));
  }, []);

  const onEdgesChange = useCallback((changes: EdgeChange<GraphEdge>[]) => {
    const wanted = changes.filter((change) => change.type !== 'remove');
    setShown((now) => ({ ...now, edges: applyEdgeChanges(wanted, now.edges) }));
  }, []);

  const select = useCallback((ids: ReadonlySet<string>, linkIds: ReadonlySet<string> = new Set()) => {
    setShown((now) => ({
      nodes: now.nodes.map((node) => mark(node, ids.has(node.id))),
      edges: now.edges.map((edge) => mark(edge, linkIds.has(edge.id))),
    }));
  }, []);

  /** Moves at once, to places on the whole canvas, and remembers it until Java agrees. */
  const move = useCallback((moves: readonly Move[]) => {
    const at = Date.now();
    for (const one of moves) {
      moved.current.set(one.id, { ...one, at });
    }
    const byId = new Map(moves.map((one) => [one.id, one]));
    setShown((now) => ({
      ...now,
      nodes: now.nodes.map((node) => {
        const to = byId.get(node.id);
        if (to === undefined) {
          return node;
        }
        const at = absolute(now.nodes, node);
        return to.x === at.x && to.y === at.y
          ? node
          : { ...node, position: { x: node.position.x + to.x - at.x, y: node.position.y + to.y - at.y } };
      }),
    }));
  }, []);

  const addLink = useCallback((edge: GraphEdge) => {
    setShown((now) => ({ ...now, edges: [...now.edges.filter((one) => one.id !== edge.id), edge] }));
  }, []);

  const remove = useCallback((ids: ReadonlySet<string>, linkIds: ReadonlySet<string>) => {
    setShown((now) => ({
      nodes: now.nodes.filter((node) => !ids.has(node.id)),
      edges: now.edges.filter((edge) => !linkIds.has(edge.id) && !ids.has(edge.source) && !ids.has(edge.target)),
    }));
  }, []);

  return { nodes: shown.nodes, edges: shown.edges, onNodesChange, onEdgesChange, select, move, addLink, remove };
};

/** The node without its container, which the newer one may not have. */
const without = (node: GraphNode): GraphNode => {
  const rest = { ...node };
  delete rest.parentId;
  return rest;
};

const mark = <T extends { selected?: boolean }>(item: T, selected: boolean): T =>
  (item.selected ?? false) === selected ? item : { ...item, selected };

const merge = (graph: Graph, now: Graph, moved: Map<string, Move & { at: number }>): Graph => {
  const nodes = new Map(now.nodes.map((node) => [node.id, node]));
  const edges = new Map(now.edges.map((edge) => [edge.id, edge]));
  return {
    nodes: graph.nodes.map((node) => {
      const old = nodes.get(node.id);
      if (old === undefined) {
        return node;
      }
      const position = old.dragging === true && old.parentId === node.parentId ? old.position : settle(node, moved);
      const same =
        old.data === node.data &&
        old.parentId === node.parentId &&
        old.position.x === position.x &&
        old.position.y === position.y;
      return same && old.width === node.width && old.height === node.height
        ? old
        : { ...without(old), ...node, position, selected: old.selected ?? false };
    }),
    edges: graph.edges.map((edge) => {
      const old = edges.get(edge.id);
      return old === undefined ? edge : old.data === edge.data ? old : { ...edge, selected: old.selected ?? false };
    }),
  };
};

const settle = (node: GraphNode, moved: Map<string, Move & { at: number }>): { x: number; y: number } => {
  const move = moved.get(node.id);
  if (move === undefined) {
    return node.position;
  }
  const { step } = node.data;
  const agreed = move.x === step.x && move.y === step.y;
  if (agreed || Date.now() - move.at > TRUST_MS) {
    moved.delete(node.id);
    return node.position;
  }
  return { x: node.position.x + move.x - step.x, y: node.position.y + move.y - step.y };
};

import { describe, expect, test } from 'vitest';
import { containerAt } from './model';
import { absolute, SIDE, toGraph } from './toGraph';
import { testFlow } from './testFlow';

describe('flow to graph', () => {
  const graph = toGraph(testFlow(), false);
  const edge = (id: string) => graph.edges.find((one) => one.id === id);
  const node = (id: string) => graph.nodes.find((one) => one.id === id);

  test('links become edges with their port as label, cables have none', () => {
    expect(edge('l5')).toMatchObject({
      type: 'link',
      source: 'known',
      sourceHandle: 'false',
      data: { label: 'false' },
    });
    expect(edge('l1')).toMatchObject({ type: 'link', data: { label: null } });
    expect(edge('l11')).toMatchObject({ type: 'cable', targetHandle: 'customize' });
  });

  test('cables into one call are numbered in their order; the only one is not', () => {
    expect(edge('l11')).toMatchObject({ data: { place: null } });
    expect(edge('l12')).toMatchObject({ data: { place: 1 } });
    expect(edge('l13')).toMatchObject({ data: { place: 2 } });
    expect(edge('l13')?.ariaLabel).toContain('number 2');
  });

  test('an error link to the neighbour enters at its side, unless a cable is there', () => {
    expect(edge('l7')?.targetHandle).toBe(SIDE);
    const flow = testFlow();
    const cable = { id: 'l14', from: 'trace', fromPort: 'customize', to: 'tell', toPort: 'customize' };
    const other = toGraph({ ...flow, links: [...flow.links, cable] }, false);
    expect(other.edges.find((one) => one.id === 'l7')?.targetHandle).toBe('in');
  });

  test('what is inside of a container stands relative to it and comes after it', () => {
    const ids = graph.nodes.map((one) => one.id);
    expect(ids.indexOf('each')).toBeLessThan(ids.indexOf('addTag'));
    const inner = node('addTag');
    expect(inner).toMatchObject({ parentId: 'each', position: { x: 90, y: 50 } });
    expect(inner === undefined ? null : absolute(graph.nodes, inner)).toEqual({ x: 790, y: 340 });
    expect(node('tell')?.parentId).toBeUndefined();
  });

  test('a container has an entry for each step inside that no link leads to', () => {
    expect(node('each')?.data).toMatchObject({ entries: [{ x: 192, y: 50 }] });
  });

  test('the innermost container is under a point, but none that is dragged', () => {
    const flow = testFlow();
    expect(containerAt(flow, 800, 500)).toBe('each');
    expect(containerAt(flow, 800, 700)).toBeNull();
    expect(containerAt(flow, 800, 500, ['each'])).toBeNull();
  });

  test('nodes know their plugged ports', () => {
    expect(node('createContact')?.data.plugged).toEqual(['customize', 'error', 'in', 'next']);
    expect(node('remark')?.data.plugged).toEqual([]);
  });

  test('a link to a step that is gone is left out', () => {
    const flow = testFlow();
    const rest = toGraph({ ...flow, nodes: flow.nodes.filter((one) => one.id !== 'tell') }, false);
    expect(rest.edges.map((one) => one.id)).not.toContain('l7');
  });

  test('what did not change stays the same object', () => {
    const flow = testFlow();
    const moved = flow.nodes.map((one) => (one.id === 'tell' ? { ...one, x: one.x + 10 } : one));
    const next = toGraph({ ...flow, nodes: moved }, false, graph);
    const changed = next.nodes.filter((one, i) => one !== graph.nodes[i]).map((one) => one.id);
    expect(changed).toEqual(['tell']);
    expect(next.edges.every((one, i) => one === graph.edges[i])).toBe(true);
  });
});

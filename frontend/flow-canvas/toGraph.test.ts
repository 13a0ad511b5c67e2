import { describe, expect, test } from 'vitest';
import { SIDE, toGraph } from './toGraph';
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

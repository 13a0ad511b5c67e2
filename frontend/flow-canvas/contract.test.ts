import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Intents } from './intents';
import type { CanvasFlow, CanvasNode, CanvasRun, Problem } from './model';
import { STATES } from './states';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../src/test/resources/canvas/${name}`, import.meta.url), 'utf8'));

type Keys<T> = readonly (keyof T)[];
const nodeKeys: { readonly [T in CanvasNode['type']]: Keys<Extract<CanvasNode, { type: T }>> } = {
  trigger: ['type', 'id', 'kind', 'name', 'summary', 'verb', 'x', 'y'],
  call: [
    'type',
    'id',
    'name',
    'verb',
    'method',
    'apiName',
    'monogram',
    'tone',
    'customizations',
    'pinned',
    'parent',
    'x',
    'y',
  ],
  logic: ['type', 'id', 'kind', 'name', 'summary', 'branches', 'errorPort', 'pinned', 'parent', 'x', 'y'],
  container: [
    'type',
    'id',
    'kind',
    'name',
    'summary',
    'limits',
    'branches',
    'pinned',
    'members',
    'width',
    'height',
    'parent',
    'x',
    'y',
  ],
  customization: ['type', 'id', 'kind', 'name', 'summary', 'parent', 'x', 'y'],
  note: ['type', 'id', 'text', 'width', 'height', 'parent', 'x', 'y'],
};

/** The same files are read by CanvasContractTest.java. */
describe('the contract with Java', () => {
  test('a flow has exactly the fields of the model', () => {
    const flow = read('flow.json') as CanvasFlow;
    expect(Object.keys(flow).sort()).toEqual([
      'canRedo',
      'canUndo',
      'direction',
      'flowId',
      'links',
      'nodes',
      'revision',
    ]);
    expect(new Set(flow.nodes.map((node) => node.type))).toEqual(new Set(Object.keys(nodeKeys)));
    for (const node of flow.nodes) {
      expect(Object.keys(node).sort()).toEqual([...nodeKeys[node.type]].sort());
    }
    for (const link of flow.links) {
      expect(Object.keys(link).sort()).toEqual(['from', 'fromPort', 'id', 'to', 'toPort']);
    }
  });

  test('a run names states that the canvas knows', () => {
    const run = read('run.json') as CanvasRun;
    expect(new Set(run.steps.map((step) => step.state))).toEqual(new Set(Object.keys(STATES)));
    for (const step of run.steps) {
      expect(Object.keys(step).sort()).toEqual(['attempts', 'durationMs', 'state', 'status', 'stepId', 'summary']);
    }
  });

  test('problems', () => {
    for (const problem of read('problems.json') as Problem[]) {
      expect(Object.keys(problem).sort()).toEqual(['message', 'severity', 'stepId']);
    }
  });

  test('every intent with a value is in the golden file, under the name of its record', () => {
    const samples = Object.keys(read('intents.json') as object);
    const intents: Readonly<Record<keyof Intents, string | null>> = {
      'step-dropped': 'StepDropped',
      'steps-moved': 'StepsMoved',
      'link-drawn': 'LinkDrawn',
      'steps-deleted': 'StepsDeleted',
      'selection-changed': 'SelectionChanged',
      'step-opened': 'StepOpened',
      'step-renamed': 'StepRenamed',
      'note-edited': 'NoteEdited',
      'box-resized': 'BoxResized',
      'copy-requested': 'CopyRequested',
      pasted: 'Pasted',
      'duplicate-requested': 'DuplicateRequested',
      'add-step-requested': 'AddStepRequested',
      'note-requested': 'NoteRequested',
      'undo-requested': null,
      'redo-requested': null,
      'layout-requested': null,
      'run-requested': null,
      'save-requested': null,
      'keys-requested': null,
    };
    expect(samples.sort()).toEqual(
      Object.values(intents)
        .filter((name) => name !== null)
        .sort(),
    );
  });
});

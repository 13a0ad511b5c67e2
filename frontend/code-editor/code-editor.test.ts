import { CompletionContext } from '@codemirror/autocomplete';
import { StringStream } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import type { Item } from './completions';
import { complete, nextParts } from './completions';
import { jsonataParser } from './jsonata';

const items: Item[] = [
  { label: 'trigger.body.email', detail: 'string', type: null },
  { label: 'steps.getIssue.body.title', detail: 'string', type: null },
  { label: 'steps.getIssue.body.number', detail: 'integer', type: null },
  { label: 'steps.getIssue.status', detail: 'integer', type: null },
  { label: '$uppercase', detail: '(text)', type: 'function' },
];

describe('completion', () => {
  const labels = (prefix: string) => nextParts(items, prefix).map((part) => part.label);

  test('goes part by part', () => {
    expect(labels('')).toEqual(['trigger', 'steps', '$uppercase']);
    expect(labels('steps.')).toEqual(['getIssue']);
    expect(labels('steps.getIssue.')).toEqual(['body', 'status']);
    expect(labels('steps.getIssue.body.')).toEqual(['title', 'number']);
    expect(labels('nothing.')).toEqual([]);
  });

  test('only the last part carries its detail', () => {
    expect(nextParts(items, 'steps.getIssue.')).toEqual([
      { label: 'body', type: 'namespace' },
      { label: 'status', type: 'property', detail: 'integer' },
    ]);
  });

  test('replaces the part at the caret', () => {
    const doc = "'gh-' & steps.getIssue.bo";
    const context = new CompletionContext(EditorState.create({ doc }), doc.length, false);
    expect(complete(items, context)?.from).toBe(doc.length - 2);
  });
});

describe('JSONata tokens', () => {
  const tokens = (line: string): string[] => {
    const stream = new StringStream(line, 2, 2);
    const state = jsonataParser.startState?.(2) ?? { comment: false };
    const found: string[] = [];
    while (!stream.eol()) {
      stream.start = stream.pos;
      const style = jsonataParser.token(stream, state);
      if (style !== null) {
        found.push(`${stream.current()}:${style}`);
      }
    }
    return found;
  };

  test('paths, functions, text and numbers', () => {
    expect(tokens("'gh-' & $string(steps.a.id) > 10")).toEqual([
      "'gh-':string",
      '&:operator',
      '$string:function',
      '(:punctuation',
      'steps:root',
      '.:punctuation',
      'a:propertyName',
      '.:punctuation',
      'id:propertyName',
      '):punctuation',
      '>:operator',
      '10:number',
    ]);
  });

  test('an unfinished text or comment ends with the line', () => {
    expect(tokens('"open')).toEqual(['"open:string']);
    expect(tokens('1 /* later')).toEqual(['1:number', '/* later:comment']);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { iconOf, isCustomization } from './kinds';

const schema = JSON.parse(
  readFileSync(new URL('../../src/main/resources/schemas/patchbay-api-1.schema.json', import.meta.url), 'utf8'),
) as { $defs: Record<string, unknown> };

describe('kinds of nodes', () => {
  test('each customization that APIs know is one here, with an icon of its own', () => {
    const kinds = Object.keys(schema.$defs)
      .filter((name) => name.endsWith('Customization'))
      .map((name) => name.replace(/Customization$/, ''));
    expect(kinds).toHaveLength(9);
    expect(kinds.filter((kind) => !isCustomization(kind))).toEqual([]);
    expect(new Set(kinds.map(iconOf)).size).toBe(9);
  });

  test('a step is none', () => {
    expect(isCustomization('transform')).toBe(false);
    expect(iconOf('unheard')).toBe('box');
  });
});

import { readFileSync } from 'node:fs';
import type { CanvasFlow } from './model';

/** The flow of the golden file. */
export const testFlow = (): CanvasFlow =>
  JSON.parse(readFileSync(new URL('../../src/test/resources/canvas/flow.json', import.meta.url), 'utf8')) as CanvasFlow;

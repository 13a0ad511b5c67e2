import type { CanvasNode, Problem, StepState } from './model';
import { duration, STATES } from './states';

/** How a node is announced: "Create contact, POST, CRM, succeeded, 402 ms". */
export const announce = (node: CanvasNode, state: StepState | undefined, problems: readonly Problem[]): string =>
  [
    ...about(node),
    ...(state === undefined ? [] : [STATES[state.state].word.toLowerCase()]),
    ...(state?.durationMs == null ? [] : [duration(state.durationMs)]),
    ...problems.map((problem) => problem.message),
  ].join(', ');

const about = (node: CanvasNode): string[] => {
  switch (node.type) {
    case 'trigger':
      return [node.name, `${node.kind} trigger`, ...(node.summary === '' ? [] : [node.summary])];
    case 'call':
      return [node.name, node.verb, node.apiName];
    case 'logic':
      return [node.name, node.kind, ...(node.summary === '' ? [] : [node.summary])];
    case 'container':
      return [
        node.name,
        node.kind,
        ...(node.summary === '' ? [] : [node.summary]),
        node.members === 1 ? '1 step inside' : `${String(node.members)} steps inside`,
      ];
    case 'customization':
      return [node.name, `customization, ${node.kind}`, ...(node.summary === '' ? [] : [node.summary])];
    case 'note':
      return [`Note: ${node.text}`];
  }
};

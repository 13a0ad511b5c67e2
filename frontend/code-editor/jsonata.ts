import type { StreamParser, StringStream } from '@codemirror/language';
import { StreamLanguage } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const KEYWORDS = /^(?:and|or|in|true|false|null|function)\b/;
/** The names that expressions begin with (DESIGN: trigger, steps, item, index, vars, env, run). */
const ROOTS = /^(?:trigger|steps|item|index|vars|env|run|request|response)\b(?!\s*:)/;

type State = { comment: boolean };

const token = (stream: StringStream, state: State): string | null => {
  if (state.comment || stream.match('/*')) {
    state.comment = !stream.match(/^.*?\*\//);
    if (state.comment) {
      stream.skipToEnd();
    }
    return 'comment';
  }
  if (stream.eatSpace()) {
    return null;
  }
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^'\\]|\\.)*'?/)) {
    return 'string';
  }
  if (stream.match(/^`[^`]*`?/)) {
    return 'propertyName';
  }
  if (stream.match(/^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/)) {
    return 'number';
  }
  if (stream.match(/^\$[A-Za-z_]\w*(?=\s*\()/)) {
    return 'function';
  }
  if (stream.match(/^\$\$?\w*/)) {
    return 'variable';
  }
  if (stream.match(KEYWORDS)) {
    return 'keyword';
  }
  if (stream.match(ROOTS)) {
    return 'root';
  }
  if (stream.match(/^[A-Za-z_]\w*/)) {
    return 'propertyName';
  }
  if (stream.match(/^(?:~>|:=|\.\.|\*\*|!=|<=|>=|[-+*/%&=<>?:^@#|])/)) {
    return 'operator';
  }
  stream.next();
  return 'punctuation';
};

/** The parser by itself, for tests. */
export const jsonataParser: StreamParser<State> = {
  name: 'jsonata',
  startState: () => ({ comment: false }),
  token,
  tokenTable: {
    root: tags.namespace,
    function: tags.function(tags.variableName),
    variable: tags.variableName,
  },
  languageData: { closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
};

/** JSONata, the language of mapping expressions. */
export const jsonata = StreamLanguage.define(jsonataParser);

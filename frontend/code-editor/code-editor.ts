import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, indentSelection } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { PATH_TYPE } from '../palette-drag';
import './code-editor.css';
import type { Item } from './completions';
import { complete } from './completions';
import { jsonata } from './jsonata';
import { theme } from './theme';

/** How long typing may go on before the value is told. */
const DEBOUNCE_MS = 300;

type Mode = 'json' | 'jsonata' | 'text';
type Message = { readonly text: string; readonly position: number | null };

/** `<code-editor>`: one line that grows to six, or many lines; `value-changed` tells the value. */
class CodeEditorElement extends HTMLElement {
  #view: EditorView | null = null;
  #value = '';
  #told = '';
  #timer = 0;
  #mode: Mode = 'text';
  #multiline = false;
  #readOnly = false;
  #placeholder = '';
  #label = '';
  #items: readonly Item[] = [];
  #message: Message | null = null;
  readonly #setup = new Compartment();

  connectedCallback(): void {
    if (this.#view === null) {
      const root = this.getRootNode();
      this.#view = new EditorView({
        parent: this,
        // CodeMirror would take the shadow root of a component that it is slotted into, and put its styles there.
        root: root instanceof ShadowRoot ? root : document,
        state: EditorState.create({
          doc: this.#value,
          extensions: [this.#setup.of(this.#extensions()), this.#events()],
        }),
      });
      this.#look();
      this.#showMessage();
    }
  }

  disconnectedCallback(): void {
    this.#tell();
    this.#view?.destroy();
    this.#view = null;
  }

  get value(): string {
    return this.#value;
  }

  set value(value: string) {
    if (value !== this.#value) {
      this.#value = value;
      this.#told = value;
      this.#view?.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: value } });
    }
  }

  set mode(mode: Mode) {
    this.#mode = mode;
    this.#reconfigure();
  }

  set multiline(multiline: boolean) {
    this.#multiline = multiline;
    this.#reconfigure();
  }

  set readonly(readOnly: boolean) {
    this.#readOnly = readOnly;
    this.#reconfigure();
  }

  set placeholder(text: string) {
    this.#placeholder = text;
    this.#reconfigure();
  }

  set label(label: string) {
    this.#label = label;
    this.#reconfigure();
  }

  set items(items: readonly Item[]) {
    this.#items = items;
  }

  /** Underlines what is wrong; without a position all of it. */
  set error(error: Message | null) {
    this.#message = error;
    this.#showMessage();
  }

  insert(text: string): void {
    const view = this.#view;
    if (view !== null && !this.#readOnly) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    }
  }

  override focus(): void {
    this.#view?.focus();
  }

  #reconfigure(): void {
    this.#view?.dispatch({ effects: this.#setup.reconfigure(this.#extensions()) });
    this.#look();
  }

  #look(): void {
    this.classList.toggle('multiline', this.#multiline);
    this.classList.toggle('read-only', this.#readOnly);
    this.classList.toggle('fx', this.#mode === 'jsonata' && !this.#multiline);
  }

  #extensions(): Extension {
    return [
      theme,
      history(),
      drawSelection(),
      dropCursor(),
      bracketMatching(),
      closeBrackets(),
      EditorView.lineWrapping,
      EditorState.readOnly.of(this.#readOnly),
      EditorView.editable.of(!this.#readOnly),
      EditorView.contentAttributes.of({ 'aria-label': this.#label === '' ? 'Code' : this.#label }),
      placeholder(this.#placeholder),
      this.#mode === 'json' ? json() : this.#mode === 'jsonata' ? jsonata : [],
      autocompletion({
        override: this.#mode === 'text' ? [] : [(context) => complete(this.#items, context)],
        icons: false,
        activateOnTyping: true,
      }),
      this.#multiline ? [lineNumbers(), foldGutter(), indentOnInput(), highlightSelectionMatches()] : [],
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        ...(this.#multiline
          ? [{ key: 'Tab', run: indentMore, shift: indentLess }, ...foldKeymap, ...searchKeymap]
          : []),
        { key: 'Shift-Alt-f', run: indentSelection },
        { key: 'Ctrl-Space', run: startCompletion },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...historyKeymap,
        // Ctrl+Enter belongs to the page: it sends, saves, imports.
        ...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter'),
      ]),
    ];
  }

  #events(): Extension {
    return [
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.#value = update.state.doc.toString();
          window.clearTimeout(this.#timer);
          this.#timer = window.setTimeout(() => {
            this.#tell();
          }, DEBOUNCE_MS);
        }
      }),
      EditorView.domEventHandlers({
        blur: () => {
          this.#tell();
          return false;
        },
        keydown: (event, view) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            this.#tell();
          }
          // Escape leaves the field to the page unless a list of completions is open; keys typed here are no shortcuts of the page.
          if (event.key !== 'Escape' || completionStatus(view.state) !== null) {
            if (!event.ctrlKey && !event.metaKey) {
              event.stopPropagation();
            }
          }
          return false;
        },
        dragover: (event) => {
          if (event.dataTransfer?.types.includes(PATH_TYPE) === true && !this.#readOnly) {
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
            this.classList.add('dropping');
          }
          return false;
        },
        dragleave: () => {
          this.classList.remove('dropping');
          return false;
        },
        drop: (event, view) => {
          this.classList.remove('dropping');
          const path = event.dataTransfer?.getData(PATH_TYPE) ?? '';
          if (path === '' || this.#readOnly) {
            return false;
          }
          event.preventDefault();
          const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length;
          view.dispatch({ changes: { from: at, insert: path }, selection: { anchor: at + path.length } });
          view.focus();
          return true;
        },
      }),
    ];
  }

  #tell(): void {
    window.clearTimeout(this.#timer);
    if (this.#told !== this.#value) {
      this.#told = this.#value;
      this.dispatchEvent(new CustomEvent('value-changed', { detail: { value: this.#value } }));
    }
  }

  #showMessage(): void {
    const message = this.#message;
    this.classList.toggle('invalid', message !== null);
    if (this.#view !== null) {
      const { state } = this.#view;
      const from = Math.min(message?.position ?? 0, state.doc.length);
      const to = message?.position == null ? state.doc.length : Math.min(from + 1, state.doc.length);
      const diagnostics = message === null ? [] : [{ from, to, severity: 'error' as const, message: message.text }];
      this.#view.dispatch(setDiagnostics(state, diagnostics));
    }
  }
}

if (customElements.get('code-editor') === undefined) {
  customElements.define('code-editor', CodeEditorElement);
}

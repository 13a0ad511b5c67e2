import { PATH_TYPE } from '../palette-drag';
import './json-tree.css';
import type { Json } from './paths';
import { contains, count, matches, members, pathOf } from './paths';

/** So many members are drawn at once, the others on demand. */
const PAGE = 200;
/** A document of no more values than this shows all of them at once. */
const MOST_OPEN = 40;
/** Text longer than this is shortened until it is clicked. */
const LONG = 400;

type Keys = readonly (string | number)[];

/** `<json-tree>`: a document to read, to search, and to drag fields from. Branches are drawn when they are opened. */
class JsonTreeElement extends HTMLElement {
  #json: Json = null;
  #root = '';
  #search = '';
  #given = false;
  #small = false;
  #scheduled = false;

  /** The document; text that is no JSON is shown as it is. */
  set json(text: string) {
    this.#given = text !== '';
    try {
      this.#json = JSON.parse(text) as Json;
    } catch {
      this.#json = text;
    }
    this.#small = size(this.#json, MOST_OPEN) <= MOST_OPEN;
    this.#schedule();
  }

  /** Where the document is found in expressions, such as `steps.getIssue.body`. */
  set root(path: string) {
    this.#root = path;
    this.#schedule();
  }

  set search(words: string) {
    this.#search = words.trim().toLowerCase();
    this.#schedule();
  }

  connectedCallback(): void {
    this.setAttribute('role', 'tree');
    this.addEventListener('keydown', this.#keydown);
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#keydown);
  }

  /** Several properties set at once are one rendering. */
  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        this.#render();
      });
    }
  }

  #render(): void {
    this.replaceChildren();
    if (!this.#given) {
      return;
    }
    const rows = members(this.#json);
    if (rows === null) {
      this.append(this.#row([], this.#json, 0));
    } else {
      this.#page(this, rows, [], 0, 0);
    }
    this.querySelector<HTMLElement>('.jt-row')?.setAttribute('tabindex', '0');
  }

  #page(
    into: HTMLElement,
    rows: readonly (readonly [string | number, Json])[],
    keys: Keys,
    level: number,
    from: number,
  ): void {
    for (const [key, value] of rows.slice(from, from + PAGE)) {
      this.#branch(into, [...keys, key], value, level);
    }
    const left = rows.length - from - PAGE;
    if (left > 0) {
      const more = document.createElement('button');
      more.className = 'jt-more';
      more.type = 'button';
      more.style.paddingLeft = indent(level);
      more.textContent = `${left.toLocaleString('en')} more`;
      more.onclick = () => {
        more.remove();
        this.#page(into, rows, keys, level, from + PAGE);
      };
      into.append(more);
    }
  }

  #branch(into: HTMLElement, keys: Keys, value: Json, level: number): void {
    const row = this.#row(keys, value, level);
    into.append(row);
    const rows = members(value);
    if (rows === null || rows.length === 0) {
      return;
    }
    const inner = document.createElement('div');
    inner.setAttribute('role', 'group');
    into.append(inner);
    let drawn = false;
    const open = (wanted: boolean): void => {
      if (wanted && !drawn) {
        drawn = true;
        this.#page(inner, rows, keys, level + 1, 0);
      }
      inner.hidden = !wanted;
      row.setAttribute('aria-expanded', String(wanted));
    };
    const opensItself = this.#small || (level < 1 && rows.length <= 20);
    open(this.#search === '' ? opensItself : contains(value, this.#search));
    row.addEventListener('click', (event) => {
      if (!(event.target instanceof Element && event.target.closest('.jt-copy'))) {
        open(inner.hidden !== false);
      }
    });
  }

  #row(keys: Keys, value: Json, level: number): HTMLElement {
    const row = document.createElement('div');
    const key = keys.at(-1);
    const path = pathOf(this.#root, keys);
    row.className = 'jt-row';
    row.setAttribute('role', 'treeitem');
    row.tabIndex = -1;
    row.style.paddingLeft = indent(level);
    row.title = path;
    if (key !== undefined) {
      row.classList.toggle('found', matches(key, value, this.#search));
      row.append(span('jt-key', String(key)));
    }
    const plain = members(value) === null;
    if (plain) {
      const text = JSON.stringify(value);
      const shown = span(`jt-value ${value === null ? 'null' : typeof value}`, shorten(text));
      if (text.length > LONG) {
        shown.onclick = () => {
          shown.textContent = text;
        };
      }
      row.append(shown);
    } else {
      row.append(span('jt-count', count(value)));
    }
    row.append(this.#copies(path, value));
    if (path !== '') {
      row.draggable = true;
      row.ondragstart = (event) => {
        event.stopPropagation();
        event.dataTransfer?.setData(PATH_TYPE, path);
        event.dataTransfer?.setData('text/plain', path);
      };
    }
    return row;
  }

  #copies(path: string, value: Json): HTMLElement {
    const box = span('jt-copy', '');
    const button = (name: string, text: string): void => {
      const one = document.createElement('button');
      one.type = 'button';
      one.tabIndex = -1;
      one.textContent = name;
      one.title = `Copy ${name}`;
      one.onclick = () => {
        this.dispatchEvent(new CustomEvent('copied', { detail: { what: name, text } }));
        void (navigator as Partial<Navigator>).clipboard?.writeText(text);
      };
      box.append(one);
    };
    if (path !== '') {
      button('path', path);
    }
    button('value', typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return box;
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const rows = [...this.querySelectorAll<HTMLElement>('.jt-row')].filter((row) => row.offsetParent !== null);
    const at = rows.findIndex((row) => row === document.activeElement);
    const row = rows[at];
    if (row === undefined) {
      return;
    }
    const expanded = row.getAttribute('aria-expanded');
    const go = (to: HTMLElement | undefined): void => {
      if (to !== undefined) {
        row.tabIndex = -1;
        to.tabIndex = 0;
        to.focus();
      }
    };
    switch (event.key) {
      case 'ArrowDown':
        go(rows[at + 1]);
        break;
      case 'ArrowUp':
        go(rows[at - 1]);
        break;
      case 'ArrowRight':
        if (expanded === 'false') {
          row.click();
        }
        break;
      case 'ArrowLeft':
        if (expanded === 'true') {
          row.click();
        } else {
          go(row.parentElement?.previousElementSibling as HTMLElement | undefined);
        }
        break;
      case 'Enter':
        this.dispatchEvent(new CustomEvent('picked', { detail: { path: row.title } }));
        break;
      case 'c':
        if (event.ctrlKey || event.metaKey) {
          row.querySelector<HTMLButtonElement>('.jt-copy > button')?.click();
          break;
        }
        return;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

/** How many values a document has; counting stops beyond `most`. */
const size = (json: Json, most: number): number => {
  let count = 1;
  for (const [, value] of members(json) ?? []) {
    if (count > most) {
      break;
    }
    count += size(value, most - count);
  }
  return count;
};

const indent = (level: number): string => `${String(4 + level * 16)}px`;

const shorten = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

const span = (className: string, text: string): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};

if (customElements.get('json-tree') === undefined) {
  customElements.define('json-tree', JsonTreeElement);
}

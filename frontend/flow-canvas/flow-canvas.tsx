import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';
import { CanvasStore } from './CanvasStore';
import { copyText } from './clipboard';
import type { Canvas } from './context';
import { FlowCanvas } from './FlowCanvas';
import type { Intents } from './intents';
import type { CanvasFlow, CanvasRun, Problem } from './model';

/** `<flow-canvas>`: Java calls its methods, it answers with the events of intents.ts. */
class FlowCanvasElement extends HTMLElement {
  #root: Root | null = null;
  #flow: CanvasFlow | null = null;
  #readOnly = false;
  #selection: { ids: readonly string[] } = { ids: [] };
  #reveal: { ids: readonly string[] } = { ids: [] };
  #store = new CanvasStore();
  #canvas: Canvas = {
    store: this.#store,
    emit: (intent, detail) => {
      this.dispatchEvent(new CustomEvent<Intents[typeof intent]>(intent, { detail }));
    },
  };

  connectedCallback(): void {
    this.#root ??= createRoot(this);
    this.#render();
  }

  disconnectedCallback(): void {
    const root = this.#root;
    this.#root = null;
    // React refuses to unmount while it renders, and the element may only have been moved.
    queueMicrotask(() => {
      root?.unmount();
    });
  }

  /** Shows a flow; the view stays where it is as long as the flow's id does. */
  load(flow: CanvasFlow): void {
    if (this.#flow !== null && this.#flow.flowId !== flow.flowId) {
      this.#selection = { ids: [] };
    }
    this.#flow = flow;
    this.#render();
  }

  problems(problems: readonly Problem[]): void {
    this.#store.setProblems(problems);
  }

  runStates(run: CanvasRun | null): void {
    this.#store.setRun(run);
  }

  select(ids: readonly string[]): void {
    this.#selection = { ids };
    this.#render();
  }

  /** Brings these steps into view. */
  reveal(ids: readonly string[]): void {
    this.#reveal = { ids };
    this.#render();
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    this.#render();
  }

  rename(id: string): void {
    this.#store.setEditing(id);
  }

  copyText(text: string): void {
    void copyText(text);
  }

  #render(): void {
    if (this.#flow !== null) {
      this.#root?.render(
        <FlowCanvas
          flow={this.#flow}
          readOnly={this.#readOnly}
          selection={this.#selection}
          reveal={this.#reveal}
          canvas={this.#canvas}
        />,
      );
    }
  }
}

if (customElements.get('flow-canvas') === undefined) {
  customElements.define('flow-canvas', FlowCanvasElement);
}

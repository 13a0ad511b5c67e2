import { useCallback, useSyncExternalStore } from 'react';
import type { CanvasRun, Problem, StepState } from './model';

/** How a link looks. */
export type LinkLook = 'idle' | 'running' | 'taken' | 'notTaken';

/** While a cable is dragged or `L` was pressed: the steps where it may end. */
export type Connecting = {
  readonly from: string;
  readonly fromPort: string;
  readonly possible: ReadonlySet<string>;
  readonly byKey: boolean;
};

const NO_PROBLEMS: readonly Problem[] = [];

/**
 * What changes often and concerns single nodes: run states, problems, the link being drawn, the name being edited. Kept outside of React Flow's
 * node list, so that a change re-renders the nodes that it concerns and no others.
 */
export class CanvasStore {
  #listeners = new Set<() => void>();
  #states = new Map<string, StepState>();
  #run: CanvasRun | null = null;
  #taken: ReadonlySet<string> = new Set();
  #problems = new Map<string, readonly Problem[]>();
  #connecting: Connecting | null = null;
  #editing: string | null = null;
  #dropLink: string | null = null;
  #dropNode: string | null = null;
  #dropContainer: string | null = null;
  #frame = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows a run; many calls within one frame draw once. */
  setRun(run: CanvasRun | null): void {
    const before = this.#states;
    this.#run = run;
    this.#taken = new Set(run?.takenLinks ?? []);
    this.#states = new Map(
      (run?.steps ?? []).map((step) => {
        const old = before.get(step.stepId);
        return [step.stepId, old !== undefined && JSON.stringify(old) === JSON.stringify(step) ? old : step];
      }),
    );
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#changed();
      });
    }
  }

  setProblems(problems: readonly Problem[]): void {
    this.#problems = new Map(
      [...Map.groupBy(problems, (problem) => problem.stepId)].map(([id, list]) => {
        const old = this.#problems.get(id);
        return [id, old !== undefined && JSON.stringify(old) === JSON.stringify(list) ? old : list];
      }),
    );
    this.#changed();
  }

  setConnecting(connecting: Connecting | null): void {
    this.#connecting = connecting;
    this.#changed();
  }

  setEditing(id: string | null): void {
    this.#editing = id;
    this.#changed();
  }

  setDropLink(id: string | null): void {
    if (this.#dropLink !== id) {
      this.#dropLink = id;
      this.#changed();
    }
  }

  /** The call that a dragged customization would be patched to. */
  setDropNode(id: string | null): void {
    if (this.#dropNode !== id) {
      this.#dropNode = id;
      this.#changed();
    }
  }

  /** The container that a dragged step would come into. */
  setDropContainer(id: string | null): void {
    if (this.#dropContainer !== id) {
      this.#dropContainer = id;
      this.#changed();
    }
  }

  get connecting(): Connecting | null {
    return this.#connecting;
  }

  get hasRun(): boolean {
    return this.#run !== null;
  }

  state(id: string): StepState | undefined {
    return this.#states.get(id);
  }

  problems(id: string): readonly Problem[] {
    return this.#problems.get(id) ?? NO_PROBLEMS;
  }

  isEditing(id: string): boolean {
    return this.#editing === id;
  }

  isDropLink(id: string): boolean {
    return this.#dropLink === id;
  }

  isDropContainer(id: string): boolean {
    return this.#dropContainer === id;
  }

  isDropNode(id: string): boolean {
    return this.#dropNode === id;
  }

  /** Whether the step may take the cable that is being drawn; null when none is. */
  isPossible(id: string): boolean | null {
    return this.#connecting === null || this.#connecting.from === id ? null : this.#connecting.possible.has(id);
  }

  look(linkId: string, from: string, to: string): LinkLook {
    if (this.#run === null) {
      return 'idle';
    }
    if (this.#taken.has(linkId)) {
      return this.#states.get(to)?.state === 'running' ? 'running' : 'taken';
    }
    const decided = this.#run.over || ['skipped', 'cancelled'].includes(this.#states.get(to)?.state ?? '');
    return decided || this.#states.get(from)?.state === 'skipped' ? 'notTaken' : 'idle';
  }

  #changed(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/** One value of the store; the component re-renders only when that value changes. */
export const useCanvas = <T>(store: CanvasStore, read: (store: CanvasStore) => T): T =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => read(store), [store, read]),
  );

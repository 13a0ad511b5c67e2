import type { NodeProps } from '@xyflow/react';
import { NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useCanvas } from '../CanvasStore';
import { useCanvasContext } from '../context';
import { announce } from '../label';
import type { NoteNode as Shape } from '../toGraph';
import { labelId } from '../toGraph';
import './note.css';

/** Yellow paper on the canvas. A double click writes on it, its corners resize it. */
export const NoteNode = memo(({ id, data, selected }: NodeProps<Shape>) => {
  const { store, emit } = useCanvasContext();
  const editing = useCanvas(store, (s) => s.isEditing(id));
  const { step, readOnly } = data;
  const finish = (field: HTMLTextAreaElement): void => {
    if (store.isEditing(id)) {
      store.setEditing(null);
      if (field.value !== step.text) {
        emit('note-edited', { id, text: field.value });
      }
      field.closest<HTMLElement>('.react-flow__node')?.focus();
    }
  };
  return (
    <div className={`fc-note${selected ? ' selected' : ''}`}>
      <span id={labelId(id)} hidden>
        {announce(step, undefined, [])}
      </span>
      <NodeResizer
        isVisible={selected && !readOnly}
        minWidth={100}
        minHeight={40}
        onResizeEnd={(_, size) => {
          emit('box-resized', {
            id,
            x: size.x + data.origin.x,
            y: size.y + data.origin.y,
            width: size.width,
            height: size.height,
          });
        }}
      />
      {editing ? (
        <textarea
          className="nodrag nopan nowheel"
          aria-label="Text of the note"
          defaultValue={step.text}
          ref={(field) => {
            field?.focus();
          }}
          onBlur={(event) => {
            finish(event.currentTarget);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
              finish(event.currentTarget);
            }
          }}
        />
      ) : (
        <div className="fc-note-text">{step.text === '' ? 'Double-click to write' : step.text}</div>
      )}
    </div>
  );
});
NoteNode.displayName = 'NoteNode';

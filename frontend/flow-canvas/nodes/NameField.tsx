import { useCanvas } from '../CanvasStore';
import { useCanvasContext } from '../context';

/** A step's name; F2 turns it into a field. */
export const NameField = ({ id, name }: { id: string; name: string }) => {
  const { store, emit } = useCanvasContext();
  const editing = useCanvas(store, (s) => s.isEditing(id));
  if (!editing) {
    return <div className="fc-name">{name}</div>;
  }
  const finish = (field: HTMLInputElement, take: boolean): void => {
    if (store.isEditing(id)) {
      store.setEditing(null);
      const renamed = field.value.trim();
      if (take && renamed !== '' && renamed !== name) {
        emit('step-renamed', { id, name: renamed });
      }
      field.closest<HTMLElement>('.react-flow__node')?.focus();
    }
  };
  return (
    <input
      className="fc-name-field nodrag nopan"
      aria-label="Name of the step"
      defaultValue={name}
      ref={(field) => {
        field?.focus();
        field?.select();
      }}
      onBlur={(event) => {
        finish(event.currentTarget, true);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') {
          finish(event.currentTarget, event.key === 'Enter');
        }
      }}
    />
  );
};

import { Handle, Position } from '@xyflow/react';
import { Fragment } from 'react';
import type { Direction } from '../model';
import { SIDE } from '../toGraph';
import './jack.css';

type Role = 'in' | 'side' | 'out' | 'error' | 'customize' | 'cable';

/** Where a jack sits: data flows along the direction, changes come from the left (top), errors leave to the right (below). */
const EDGE: Readonly<Record<Direction, Readonly<Record<Role, Position>>>> = {
  down: {
    in: Position.Top,
    side: Position.Left,
    out: Position.Bottom,
    error: Position.Right,
    customize: Position.Left,
    cable: Position.Right,
  },
  right: {
    in: Position.Left,
    side: Position.Top,
    out: Position.Right,
    error: Position.Bottom,
    customize: Position.Top,
    cable: Position.Bottom,
  },
};

const TITLES: Readonly<Record<Role, string>> = {
  in: 'In',
  side: 'In, from an error',
  out: 'Next',
  error: 'Error: where to go when this step fails',
  customize: 'Customize: plug in what changes this call',
  cable: 'Plug into calls to change them',
};

type Props = {
  readonly port: string;
  readonly role: Role;
  readonly direction: Direction;
  readonly plugged: readonly string[];
  /** where along the edge, 0 to 1 */
  readonly at?: number;
};

/** A ring on a node's edge where links and cables plug in. */
export const Jack = ({ port, role, direction, plugged, at = 0.5 }: Props) => {
  const position = EDGE[direction][role];
  const along = position === Position.Top || position === Position.Bottom ? 'left' : 'top';
  return (
    <Handle
      id={port}
      type={role === 'in' || role === 'side' || role === 'customize' ? 'target' : 'source'}
      position={position}
      className={`fc-jack ${role}${plugged.includes(port) ? ' plug' : ''}`}
      style={{ [along]: `${String(at * 100)}%` }}
      isConnectable={port !== SIDE}
      title={role === 'out' && port !== 'next' ? port : TITLES[role]}
    />
  );
};

type BranchesProps = {
  readonly branches: readonly string[];
  readonly direction: Direction;
  readonly plugged: readonly string[];
};

/** The ports where the path goes on, evenly along the edge; each with its name until a link shows that. */
export const Branches = ({ branches, direction, plugged }: BranchesProps) =>
  branches.map((branch, i) => {
    const at = (i + 0.5) / branches.length;
    return (
      <Fragment key={branch}>
        <Jack port={branch} role="out" direction={direction} plugged={plugged} at={at} />
        {branches.length > 1 && !plugged.includes(branch) && (
          <span
            className={`fc-port ${direction}`}
            style={
              direction === 'down'
                ? { left: `${String(at * 100)}%`, maxWidth: `${String(100 / branches.length)}%` }
                : { top: `${String(at * 100)}%` }
            }
          >
            {branch}
          </span>
        )}
      </Fragment>
    );
  });

/** GET, POST, … in its colour. */
export const Verb = ({ verb }: { verb: string }) => (
  <span className={`fc-verb ${verb.toLowerCase()}`}>{verb === 'DELETE' ? 'DEL' : verb}</span>
);

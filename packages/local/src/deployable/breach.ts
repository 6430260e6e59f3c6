/** A fault that a real deployment would refuse. */
export type Rule = 'module' | 'runtime' | 'bundle' | 'function' | 'exports' | 'table' | 'index' | 'auth' | 'size';

export interface Breach {
  rule: Rule;
  message: string;
}

import type { Plugin } from 'rollup';

export declare function stripTypes(): Plugin;

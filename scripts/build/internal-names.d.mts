export declare const INTERNAL: readonly string[];

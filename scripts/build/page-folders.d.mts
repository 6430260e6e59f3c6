export declare function pageFolders(): Map<string, string[]>;

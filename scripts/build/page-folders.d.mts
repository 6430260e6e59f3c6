export declare function pageFolders(): string[];

export const domains: string[];

/** The types entries have nothing to run. */
export {};

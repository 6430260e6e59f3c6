/** The mechanism of the contract: how functions, routes and errors are declared, and the forms of texts. */
export * from './canonical.ts';
export * from './country-codes.ts';
export * from './countries.ts';
export * from './currencies.ts';
export * from './currency-codes.ts';
export * from './define.ts';
export * from './errors.ts';
export * from './field-code.ts';
export * from './mutation.ts';
export * from './principals.ts';
export * from './retention.ts';
export * from './route.ts';
export * from './rules.ts';
export * from './rules/error-codes.ts';
export * from './subjects.ts';
export * from './text.ts';
export * from './wording.ts';

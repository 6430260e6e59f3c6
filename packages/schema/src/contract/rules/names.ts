/** The forms of handles and partner keys. */

/** A profile's public name. */
export const HANDLE = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/;
/** The form of a handle in words, after "must have" or "may be". */
export const HANDLE_FORM = '2 to 40 characters: a-z, 0-9 and inner hyphens';

/** 128 random bits. */
const PUBLISHABLE = 'pk_[0-9a-f]{32}';
/** The part of a secret key that may be shown: the secret cannot be told from it. */
const SECRET_NAME = 'sk_[0-9a-f]{16}';

export const PUBLISHABLE_KEY = new RegExp(`^${PUBLISHABLE}$`);
/** A whole secret key, its name captured: the name and 256 random bits. */
export const SECRET_KEY = new RegExp(`^(${SECRET_NAME})_[0-9a-f]{64}$`);
/** The form of a secret key in words. */
export const SECRET_KEY_FORM = 'sk_, 16 and 64 hex digits';
/** A publishable key, or the name of a secret one. */
export const KEY_NAME = new RegExp(`^(${PUBLISHABLE}|${SECRET_NAME})$`);

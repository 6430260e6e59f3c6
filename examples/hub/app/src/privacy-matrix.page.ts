/** The page of the rules of privacy, which asks for nothing. */
import '@gigsy/elements/privacy-matrix/define';

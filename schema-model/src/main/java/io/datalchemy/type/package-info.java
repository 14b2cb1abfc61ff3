/** What kind of value does a column hold, with domains unwrapped and limits known? */
package io.datalchemy.type;

/** Which row is the parent, and what are its values? Picks and the foreign context. */
package io.datalchemy.foreign;

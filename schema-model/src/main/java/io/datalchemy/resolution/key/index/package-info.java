/** Which columns does the expression of a unique index tell apart, and by what of their values? */
package io.datalchemy.resolution.key.index;

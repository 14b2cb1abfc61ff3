/** Which rows of a parent have keys that a condition allows? */
package io.datalchemy.resolution.parent;

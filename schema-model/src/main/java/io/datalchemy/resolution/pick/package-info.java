/** How does a plan want rows to choose their parents, and can they? */
package io.datalchemy.resolution.pick;

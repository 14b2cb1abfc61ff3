/** How does a plan become decisions? Row counts, parents, uniqueness, constraints, columns. */
package io.datalchemy.resolution;

/** How do the ranges of rows come out so that none overlaps another that it must not? */
package io.datalchemy.resolution.exclusion;

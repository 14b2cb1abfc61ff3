/** Which numbers, dates and times lie in a range, counted in the column's own units? */
package io.datalchemy.generator.number;
